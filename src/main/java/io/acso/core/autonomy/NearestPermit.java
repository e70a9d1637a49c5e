package io.acso.core.autonomy;

import io.acso.core.autonomy.Situation.Agreed;
import io.acso.core.autonomy.Situation.Tally;
import io.acso.domain.inventory.Asset;
import io.acso.domain.inventory.Asset.Criticality;
import io.acso.domain.kernel.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Looks for what would have had to be different for the policies to permit something, by asking them. It begins with
 * everything in the action's favour and takes back, the dearest first, what is not needed; numbers are then brought as
 * near to the truth as the policies let. At most some forty questions.
 */
final class NearestPermit {

    private final Situation truth;
    private final Function<Situation, Answer> ask;

    /** Something that could be different, and the least of it that would do, in words. */
    private record Change(UnaryOperator<Situation> most, Function<UnaryOperator<Situation>, Least> least) {

        static Change plain(String words, UnaryOperator<Situation> change) {
            return new Change(change, rest -> new Least(words, change));
        }
    }

    private record Least(String words, UnaryOperator<Situation> change) {}

    NearestPermit(Situation truth, Function<Situation, Answer> ask) {
        this.truth = truth;
        this.ask = ask;
    }

    /** Empty when nothing that is not about the agent and the kind of action would help. */
    Optional<Decision.Nearest> find() {
        List<Change> needed = new ArrayList<>(possible());
        if (!permits(all(needed))) {
            return Optional.empty();
        }
        for (Change dearest : List.copyOf(needed).reversed()) {
            List<Change> others = needed.stream().filter(one -> one != dearest).toList();
            if (permits(all(others))) {
                needed.remove(dearest);
            }
        }
        List<String> words = new ArrayList<>();
        UnaryOperator<Situation> settled = UnaryOperator.identity();
        for (int i = 0; i < needed.size(); i++) {
            UnaryOperator<Situation> before = settled;
            UnaryOperator<Situation> after = all(needed.subList(i + 1, needed.size()));
            Least least = needed.get(i).least().apply(same -> after.apply(before.apply(same)));
            settled = same -> least.change().apply(before.apply(same));
            words.add(least.words());
        }
        Answer permit = ask.apply(settled.apply(truth));
        return Optional.of(
                new Decision.Nearest(words, permit.reasons().stream().sorted().toList()));
    }

    private boolean permits(UnaryOperator<Situation> change) {
        return ask.apply(change.apply(truth)).allowed();
    }

    private static UnaryOperator<Situation> all(List<Change> changes) {
        return same -> {
            Situation changed = same;
            for (Change change : changes) {
                changed = change.most().apply(changed);
            }
            return changed;
        };
    }

    /** What differs from the truth, the easiest to come by first. */
    private List<Change> possible() {
        List<Change> changes = new ArrayList<>();
        if (!truth.agreed().equals(Agreed.EVERYBODY)) {
            changes.add(new Change(situation -> situation.with(Agreed.EVERYBODY), this::approval));
        }
        if (truth.frozen()) {
            changes.add(Change.plain(
                    "no change freeze held",
                    situation -> situation.with(situation.level(), false, situation.killed())));
        }
        if (truth.before().inLastMinute() > 0) {
            changes.add(Change.plain(
                    "a minute had passed",
                    situation -> situation.with(situation.before().aMinuteLater())));
        }
        if (!truth.before().aMinuteLater().equals(Tally.NOTHING)) {
            changes.add(Change.plain(
                    "less had been done before", situation -> situation.with(Tally.NOTHING)));
        }
        if (truth.level() != AutonomyLevel.ACT) {
            changes.add(new Change(situation -> level(situation, AutonomyLevel.ACT), this::level));
        }
        if (truth.killed()) {
            changes.add(Change.plain(
                    "the kill switch were released",
                    situation -> situation.with(situation.level(), situation.frozen(), false)));
        }
        changes.addAll(aboutTheAction());
        return changes;
    }

    /** What nobody can change by a word. */
    private List<Change> aboutTheAction() {
        List<Change> changes = new ArrayList<>();
        if (truth.radius().count() > 1 || truth.radius().share() > 0) {
            changes.add(new Change(situation -> touching(situation, 1, Long.MAX_VALUE), this::touching));
        }
        if (!truth.reversible()) {
            changes.add(Change.plain(
                    "an inverse were known", situation -> situation.with(situation.radius(), true)));
        }
        if (truth.confidence() < 100) {
            changes.add(new Change(situation -> sure(situation, 100), this::sure));
        }
        if (truth.severity() != Severity.CRITICAL) {
            changes.add(new Change(situation -> grave(situation, Severity.CRITICAL), this::grave));
        }
        if (truth.asset().map(Asset::criticality).filter(Criticality.CROWN_JEWEL::equals).isPresent()) {
            changes.add(Change.plain("the target were no crown jewel", Situation::ordinary));
        }
        return changes;
    }

    private Least approval(UnaryOperator<Situation> rest) {
        Decision.Need need = need(rest);
        return new Least(
                Explanations.approval(need),
                situation -> situation.with(new Agreed(Situation.Approver.PERSON, need.people(), need.assurance())));
    }

    /** How many people it takes, and how sure of them one must be, where the rest is as given. */
    Decision.Need need(UnaryOperator<Situation> rest) {
        Assurance assurance = Arrays.stream(Assurance.values())
                .filter(each -> permits(same -> rest.apply(
                        same.with(new Agreed(Situation.Approver.PERSON, ApprovalTerms.MOST, each)))))
                .findFirst()
                .orElse(Assurance.PHISHING_RESISTANT);
        int people = least(
                1,
                ApprovalTerms.MOST,
                number -> same -> rest.apply(same.with(new Agreed(Situation.Approver.PERSON, number, assurance))));
        return new Decision.Need(people, assurance);
    }

    private Least level(UnaryOperator<Situation> rest) {
        AutonomyLevel level = permits(same -> rest.apply(level(same, AutonomyLevel.APPROVE)))
                ? AutonomyLevel.APPROVE
                : AutonomyLevel.ACT;
        return new Least(
                "the autonomy level were " + level.name().toLowerCase(Locale.ROOT), same -> level(same, level));
    }

    private Least touching(UnaryOperator<Situation> rest) {
        long count = truth.radius().count();
        long fleet = truth.radius().fleet();
        if (permits(same -> rest.apply(touching(same, 1, fleet)))) {
            int less = least(
                    1, (int) Math.min(count, Integer.MAX_VALUE), by -> same -> rest.apply(
                            touching(same, count + 1 - by, fleet)));
            long most = count + 1 - less;
            return new Least("it touched " + most + " instead of " + count, same -> touching(same, most, fleet));
        }
        return new Least(
                "it touched one of a larger fleet than the " + fleet + " that are known",
                same -> touching(same, 1, Long.MAX_VALUE));
    }

    private Least sure(UnaryOperator<Situation> rest) {
        int least = least(truth.confidence() + 1, 100, value -> same -> rest.apply(sure(same, value)));
        return new Least(
                "the confidence were " + least + " instead of " + truth.confidence(), same -> sure(same, least));
    }

    private Least grave(UnaryOperator<Situation> rest) {
        Severity least = Arrays.stream(Severity.values())
                .filter(each -> each.compareTo(truth.severity()) > 0)
                .filter(each -> permits(same -> rest.apply(grave(same, each))))
                .findFirst()
                .orElse(Severity.CRITICAL);
        return new Least(
                "the severity were " + least.name().toLowerCase(Locale.ROOT) + " instead of "
                        + truth.severity().name().toLowerCase(Locale.ROOT),
                same -> grave(same, least));
    }

    /** The least number with which it is permitted; it is at the most. */
    private int least(int from, int to, IntFunction<UnaryOperator<Situation>> change) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (permits(change.apply(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Situation level(Situation situation, AutonomyLevel level) {
        return situation.with(level, situation.frozen(), situation.killed());
    }

    private static Situation touching(Situation situation, long count, long fleet) {
        return situation.with(new BlastRadius(count, fleet, "one"), situation.reversible());
    }

    private static Situation sure(Situation situation, int confidence) {
        return situation.with(situation.severity(), confidence);
    }

    private static Situation grave(Situation situation, Severity severity) {
        return situation.with(severity, situation.confidence());
    }
}
