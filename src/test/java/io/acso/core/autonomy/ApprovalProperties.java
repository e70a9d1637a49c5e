package io.acso.core.autonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.autonomy.Approval.Status;
import io.acso.domain.kernel.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever happens to a question, beside a model that only knows sets of names. */
class ApprovalProperties {

    private static final Instant ASKED = Instant.parse("2026-05-04T10:00:00Z");
    private static final Principal AGENT = Principal.agent("supervisor");
    private static final Duration VALID = Duration.ofHours(1);

    /** Something that is tried with it. */
    sealed interface Step {
        record Answered(int by, @Nullable Integer lent, boolean approve) implements Step {}

        record ByAgent() implements Step {}

        record Passed(int minutes) implements Step {}

        record Escalated() implements Step {}

        record Superseded() implements Step {}
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 4);
        Arbitrary<Step> answered = Combinators.combine(
                        people, people.injectNull(0.7), Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)))
                .as(Step.Answered::new);
        Arbitrary<Step> passed =
                Arbitraries.integers().between(1, 30).map(Step.Passed::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, answered),
                        Tuple.of(2, passed),
                        Tuple.of(1, Arbitraries.just(new Step.ByAgent())),
                        Tuple.of(1, Arbitraries.just(new Step.Escalated())),
                        Tuple.of(1, Arbitraries.just(new Step.Superseded())))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void it_is_approved_by_a_quorum_of_different_people_in_time_and_never_otherwise(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 3) int quorum) {
        Approval approval = asked(quorum);
        Status expected = Status.PENDING;
        Set<Integer> counted = new HashSet<>();
        int yes = 0;
        Instant now = ASKED;
        for (Step step : steps) {
            boolean open = expected == Status.PENDING && now.isBefore(ASKED.plus(VALID));
            switch (step) {
                case Step.Passed passed -> now = now.plus(Duration.ofMinutes(passed.minutes()));
                case Step.Escalated escalated -> approval = approval.escalated();
                case Step.Superseded superseded -> {
                    approval = approval.closed(Status.SUPERSEDED, now, "replaced");
                    expected = expected == Status.PENDING ? Status.SUPERSEDED : expected;
                }
                case Step.ByAgent byAgent -> approval = answered(approval, Vote.of(AGENT, true, now, null), false);
                case Step.Answered answer -> {
                    int right = answer.lent() == null ? answer.by() : answer.lent();
                    boolean counts = open && !counted.contains(answer.by()) && !counted.contains(right);
                    approval = answered(approval, vote(answer, now), counts);
                    if (counts) {
                        counted.addAll(Set.of(answer.by()));
                        counted.add(right);
                        yes += answer.approve() ? 1 : 0;
                        expected = !answer.approve()
                                ? Status.REJECTED
                                : yes == quorum ? Status.APPROVED : Status.PENDING;
                    }
                }
            }
            assertThat(approval.status()).isEqualTo(expected);
            assertThat(approval.covers(approval.planHash(), "step", action(), now))
                    .isEqualTo(expected == Status.APPROVED && now.isBefore(ASKED.plus(VALID)));
        }
    }

    @Property(tries = 200)
    void groups_are_asked_one_after_the_other_and_those_before_stay_asked(@ForAll @IntRange(max = 5) int times) {
        Approval approval = asked(1);
        for (int i = 0; i < times; i++) {
            approval = approval.escalated();
        }
        assertThat(approval.stage()).isEqualTo(Math.min(times, 2));
        assertThat(approval.groups()).hasSize(Math.min(times, 2) + 1).contains("on-call");
        assertThat(approval.escalates().isPresent()).isEqualTo(times < 2);
    }

    private static Approval answered(Approval approval, Vote vote, boolean counts) {
        try {
            Approval next = approval.answer(vote);
            assertThat(counts).as("%s counted", vote).isTrue();
            return next;
        } catch (IllegalStateException refused) {
            assertThat(counts).as("%s: %s", vote, refused.getMessage()).isFalse();
            return approval;
        }
    }

    private static Vote vote(Step.Answered answer, Instant now) {
        Vote own = Vote.of(person(answer.by()), answer.approve(), now, null);
        return answer.lent() == null ? own : own.inTheRightOf(person(answer.lent()));
    }

    private static Principal person(int number) {
        return Principal.person("p" + number);
    }

    private static Approval asked(int quorum) {
        PlannedAction planned = new PlannedAction(
                "step", new DryRun(action(), List.of("does it"), 1, null, "does it"), new BlastRadius(1, 1, ""));
        Plan plan = new Plan("exe-1", "inc-1", "playbook-1", List.of(planned));
        List<ApprovalTerms.Stage> chain = List.of(
                new ApprovalTerms.Stage("on-call", Duration.ZERO),
                new ApprovalTerms.Stage("leads", Duration.ofMinutes(15)),
                new ApprovalTerms.Stage("board", Duration.ofMinutes(30)));
        ApprovalTerms terms = new ApprovalTerms(quorum, VALID, chain, Assurance.TOKEN);
        return Approval.request(plan, "", "why", AGENT, Set.of(), terms, ASKED);
    }

    private static Action action() {
        return new Action("notify.webhook", new Target("url", "web", "default"), Map.of());
    }
}
