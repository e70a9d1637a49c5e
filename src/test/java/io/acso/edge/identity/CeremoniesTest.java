package io.acso.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ceremony of two halves, of which two servers on one store may see one each. */
class CeremoniesTest {

    private record Challenge(String text) {}

    private record State(String text) {}

    private final SettableClock clock = SettableClock.atNoon();
    private Identities now;
    private Ceremonies here;
    private Ceremonies there;

    @BeforeEach
    void open(@TempDir Path directory) {
        now = new Identities(directory, clock, IdentitySettings.SecondFactor.OPTIONAL);
        here = new Ceremonies(now.durability, clock);
        there = new Ceremonies(now.durability, clock);
    }

    @AfterEach
    void close() {
        now.close();
    }

    @Test
    void what_one_server_began_another_ends_and_only_once() {
        String token = here.begin(new Challenge("c"));
        assertThat(there.look(token, Challenge.class)).contains(new Challenge("c"));
        assertThat(there.end(token, Challenge.class)).contains(new Challenge("c"));
        assertThat(here.end(token, Challenge.class)).isEmpty();
        assertThat(there.end(token, Challenge.class)).isEmpty();
    }

    @Test
    void a_token_opens_nothing_of_another_kind_and_none_is_guessed() {
        String token = here.begin(new Challenge("c"));
        assertThat(here.end(token, State.class)).isEmpty();
        assertThat(here.end("", Challenge.class)).isEmpty();
        assertThat(here.end(token, Challenge.class)).isPresent();
    }

    @Test
    void one_that_takes_too_long_begins_anew() {
        String token = here.begin(new Challenge("c"));
        clock.advance(Ceremonies.LASTS);
        assertThat(there.look(token, Challenge.class)).isEmpty();
        assertThat(there.end(token, Challenge.class)).isEmpty();
    }

    /** Each server counts in the store: a guesser gains nothing by going from one to the other. */
    @Test
    void a_lock_holds_at_every_server() {
        now.alice();
        SignIn other = new SignIn(
                now.durability,
                now.people,
                now.sessions,
                new Passwords(),
                Identities.settings(IdentitySettings.SecondFactor.OPTIONAL),
                clock);
        for (int i = 0; i < 5; i++) {
            SignIn server = i % 2 == 0 ? now.signIn : other;
            server.password("alice", "not the password", Identities.VISITOR);
        }
        assertThat(now.signIn.password("alice", Identities.PASSWORD, Identities.VISITOR))
                .isInstanceOf(SignIn.Answer.Locked.class);
        assertThat(other.password("alice", Identities.PASSWORD, Identities.VISITOR))
                .isInstanceOf(SignIn.Answer.Locked.class);
    }
}
