package io.acso.edge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every actuator does, whatever it reaches. A connector's test supplies it with the other side. */
public abstract class ActuatorContract {

    protected static final Instant NOW = TestAuthorization.NOW;
    protected static final InstantSource CLOCK = InstantSource.fixed(NOW);

    /** Set up for {@link #good}, with the other side well. */
    protected abstract Actuator actuator() throws Exception;

    /** With the settings as they are shipped. */
    protected abstract Actuator unset() throws Exception;

    /** An action that succeeds. */
    protected abstract Action good() throws Exception;

    /** How many actions the other side has carried out. */
    protected abstract int reached() throws Exception;

    private static Effect carryOut(Actuator actuator, Action action) {
        return actuator.carryOut(TestAuthorization.of(action));
    }

    @Test
    void a_dry_run_says_the_same_each_time_and_changes_nothing() throws Exception {
        Actuator actuator = actuator();
        DryRun dryRun = actuator.dryRun(good());
        assertThat(dryRun).isEqualTo(actuator.dryRun(good()));
        assertThat(dryRun.action()).isEqualTo(good());
        assertThat(dryRun.calls()).isNotEmpty();
        assertThat(dryRun.summary()).isNotBlank();
        assertThat(reached()).isZero();
    }

    @Test
    void what_was_authorised_happens_once_at_each_attempt() throws Exception {
        Actuator actuator = actuator();
        assertThat(carryOut(actuator, good())).isInstanceOf(Effect.Done.class);
        assertThat(reached()).isEqualTo(1);
        actuator.check(good());
        assertThat(reached()).as("a look changes nothing").isEqualTo(1);
    }

    @Test
    void an_authorisation_that_expired_does_nothing() throws Exception {
        assertThat(actuator().carryOut(TestAuthorization.until(good(), NOW))).isInstanceOf(Effect.Refused.class);
        assertThat(reached()).isZero();
    }

    @Test
    void with_the_shipped_settings_it_names_what_to_set_and_does_nothing() throws Exception {
        assertThat(carryOut(unset(), good()))
                .isInstanceOfSatisfying(
                        Effect.NotConfigured.class,
                        missing -> assertThat(missing.cure()).contains("acso."));
        try {
            assertThat(unset().dryRun(good()).calls().toString()).contains("acso.");
        } catch (ActionNotConfigured missing) {
            assertThat(missing).hasMessageContaining("acso.");
        }
        assertThat(reached()).isZero();
    }

    @Test
    void a_target_of_another_kind_is_refused_by_name() throws Exception {
        Actuator actuator = actuator();
        Action stray =
                new Action(good().kind(), new Target("aws:iam:user", "aws:111122223333", "eve"), good().arguments());
        assertThatThrownBy(() -> actuator.dryRun(stray))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("aws:iam:user");
        assertThat(carryOut(actuator, stray)).isNotInstanceOf(Effect.Done.class).isNotInstanceOf(Effect.Unknown.class);
        assertThat(reached()).isZero();
    }

    @Test
    void without_its_arguments_an_action_is_refused() throws Exception {
        Actuator actuator = actuator();
        Action bare = new Action(good().kind(), good().target(), Map.of());
        assertThatThrownBy(() -> actuator.dryRun(bare)).isInstanceOf(ActionInvalid.class);
        assertThat(carryOut(actuator, bare)).isNotInstanceOf(Effect.Done.class).isNotInstanceOf(Effect.Unknown.class);
        assertThat(reached()).isZero();
    }

    @Test
    void it_says_who_carries_it_out_and_what_a_repetition_means() throws Exception {
        assertThat(actuator().kinds()).contains(good().kind());
        assertThat(actuator().party(good())).isNotBlank();
        assertThat(actuator().repeatSafety(good())).isNotNull();
    }
}
