package io.acso.core.playbook;

import io.acso.core.playbook.ApprovalTerms.Escalation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what our extension says of a step or of a whole playbook; a key that it does not know is a mistake. */
final class ExtensionReader {

    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_MULTIPLIER = 10;
    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_QUORUM = 20;
    private static final long MAX_MILLIS = Duration.ofDays(366).toMillis();
    private static final Pattern REPEAT_SAFETY = Pattern.compile("natural|keyed|checkable|none");
    private static final Set<String> OF_STEP =
            Set.of("retry", "compensate", "max_iterations", "repeat_safety", "approval");
    private static final Set<String> OF_PLAYBOOK = Set.of("fits", "approval");

    private ExtensionReader() {}

    static StepPolicy step(Cursor extensions) {
        Cursor place = extensions.at(Shapes.EXTENSION);
        if (!place.present() || !place.object()) {
            return StepPolicy.DEFAULT;
        }
        known(place, OF_STEP);
        Cursor repeat = place.at("repeat_safety");
        return new StepPolicy(
                retry(place.at("retry")),
                place.at("compensate").flag(),
                (int) place.at("max_iterations").number(1, MAX_ITERATIONS, Defaults.MAX_ITERATIONS),
                repeat.present() ? repeat.text(REPEAT_SAFETY, "write natural, keyed, checkable or none") : null,
                approval(place.at("approval")));
    }

    static @Nullable ApprovalTerms playbook(Cursor extensions) {
        Cursor place = extensions.at(Shapes.EXTENSION);
        if (!place.present() || !place.object()) {
            return null;
        }
        known(place, OF_PLAYBOOK);
        return approval(place.at("approval"));
    }

    private static RetryPolicy retry(Cursor place) {
        RetryPolicy usual = Defaults.RETRY;
        if (!place.present() || !place.object()) {
            return usual;
        }
        known(place, Set.of("attempts", "backoff_ms", "multiplier", "longest_ms"));
        Cursor multiplier = place.at("multiplier");
        double factor = multiplier.present() ? multiplier.node().doubleValue(0) : usual.multiplier();
        if (factor < 1 || factor > MAX_MULTIPLIER) {
            multiplier.problem("must be a number from 1 to " + MAX_MULTIPLIER);
        }
        return new RetryPolicy(
                (int) place.at("attempts").number(1, MAX_ATTEMPTS, usual.attempts()),
                millis(place.at("backoff_ms"), usual.backoff()),
                factor,
                millis(place.at("longest_ms"), usual.longest()));
    }

    private static @Nullable ApprovalTerms approval(Cursor place) {
        if (!place.present() || !place.object()) {
            return null;
        }
        known(place, Set.of("quorum", "validity_ms", "escalation"));
        Cursor validity = place.at("validity_ms");
        List<Escalation> escalation = place.at("escalation").items().stream()
                .filter(Cursor::object)
                .map(step -> new Escalation(
                        Duration.ofMillis(step.at("after_ms").number(1, MAX_MILLIS, 1)),
                        step.at("to").text()))
                .sorted(java.util.Comparator.comparing(Escalation::after))
                .toList();
        return new ApprovalTerms(
                (int) place.at("quorum").number(1, MAX_QUORUM, 1),
                validity.present() ? millis(validity, Defaults.PERSON_TIMEOUT) : null,
                escalation);
    }

    private static Duration millis(Cursor place, Duration absent) {
        return Duration.ofMillis(place.number(1, MAX_MILLIS, absent.toMillis()));
    }

    private static void known(Cursor place, Set<String> keys) {
        place.fields().forEach((name, value) -> {
            if (!keys.contains(name)) {
                value.problem("is nothing that the extension knows: write one of "
                        + String.join(", ", new java.util.TreeSet<>(keys)));
            }
        });
    }
}
