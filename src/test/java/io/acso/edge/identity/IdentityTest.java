package io.acso.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.CommitConflict;
import io.acso.testsupport.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time does to sessions, locks, codes, links and keys, and what a restart does not. */
class IdentityTest {

    private static final Principal OWNER = Principal.person("owner");

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.atNoon();
    private Identities now;

    @BeforeEach
    void open() {
        now = new Identities(directory, clock, IdentitySettings.SecondFactor.OPTIONAL);
    }

    @AfterEach
    void close() {
        now.close();
    }

    @Test
    void there_is_one_first_person() {
        assertThat(now.setup.needed()).isTrue();
        now.alice();
        assertThat(now.setup.needed()).isFalse();
        assertThatThrownBy(() -> now.setup.first("bob", "Bob", Identities.PASSWORD, Identities.VISITOR))
                .isInstanceOf(CommitConflict.class);
        assertThat(now.people.find("bob")).isEmpty();
    }

    @Test
    void a_restart_signs_nobody_out() {
        Sessions.Begun begun = now.alice();
        now.close();
        open();
        assertThat(now.sessions.find(begun.token())).isPresent();
    }

    @Test
    void a_session_ends_when_it_is_idle_and_in_any_case_in_the_end() {
        Sessions.Begun begun = now.alice();
        for (int hours = 0; hours < 7 * 24 - 7; hours += 7) {
            clock.advance(Duration.ofHours(7));
            Optional<Sessions.Held> held = now.sessions.find(begun.token());
            assertThat(held).as(clock.instant().toString()).isPresent();
            now.sessions.here(held.get().session());
        }
        clock.advance(Duration.ofHours(7));
        assertThat(now.sessions.find(begun.token())).isEmpty();
        Sessions.Begun idle = Identities.welcome(now.password(Identities.PASSWORD));
        clock.advance(Duration.ofHours(8));
        assertThat(now.sessions.find(idle.token())).isEmpty();
    }

    @Test
    void what_a_page_asks_by_itself_keeps_no_session() {
        Sessions.Begun begun = now.alice();
        for (int minutes = 0; minutes < 8 * 60 - 1; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(now.sessions.find(begun.token())).isPresent();
            assertThat(now.sessions.byId(begun.session().id())).isPresent();
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(now.sessions.find(begun.token())).isEmpty();
    }

    @Test
    void a_person_or_a_proof_keeps_it_and_what_is_left_is_told() {
        Sessions.Begun begun = now.alice();
        Totp totp = enrol(begun);
        clock.advance(Duration.ofHours(7));
        Session there = now.sessions.here(found(begun));
        assertThat(now.sessions.left(there)).isEqualTo(Duration.ofHours(8));
        clock.advance(Duration.ofHours(7));
        assertThat(now.sessions.left(found(begun))).isEqualTo(Duration.ofHours(1));
        now.signIn.code(found(begun), begun.token(), totp.code(clock.instant().getEpochSecond() / 30));
        assertThat(now.sessions.left(found(begun))).isEqualTo(Duration.ofHours(8));
        for (int times = 0; times < 21; times++) {
            clock.advance(Duration.ofHours(7));
            now.sessions.find(begun.token()).ifPresent(held -> now.sessions.here(held.session()));
        }
        assertThat(now.sessions.left(now.sessions.here(found(begun))))
                .as("in any case it ends after a week")
                .isEqualTo(Duration.ofHours(7));
    }

    private Session found(Sessions.Begun begun) {
        return now.sessions.find(begun.token()).orElseThrow().session();
    }

    @Test
    void each_failure_after_the_fifth_waits_longer_and_success_forgets_them() {
        now.alice();
        for (int i = 0; i < 5; i++) {
            assertThat(now.password("not the password")).isInstanceOf(SignIn.Answer.Refused.class);
        }
        Instant first = locked(now.password(Identities.PASSWORD));
        assertThat(Duration.between(clock.instant(), first)).isEqualTo(Duration.ofSeconds(30));
        clock.set(first);
        assertThat(now.password("not the password")).isInstanceOf(SignIn.Answer.Refused.class);
        Instant second = locked(now.password(Identities.PASSWORD));
        assertThat(Duration.between(clock.instant(), second)).isEqualTo(Duration.ofMinutes(1));
        clock.set(second);
        assertThat(now.password(Identities.PASSWORD)).isInstanceOf(SignIn.Answer.Welcome.class);
        assertThat(now.password("not the password")).isInstanceOf(SignIn.Answer.Refused.class);
        assertThat(now.ledger()).contains("SignInLocked");
    }

    @Test
    void guesses_from_elsewhere_do_not_lock_a_browser_in_which_somebody_signed_in() {
        now.alice();
        KnownBrowsers browsers = new KnownBrowsers(now.durability, now.clock);
        Visitor at = new Visitor("a browser", "127.0.0.1", browsers.remember("alice"));
        for (int i = 0; i < 5; i++) {
            now.password("a guess from elsewhere");
        }
        assertThat(now.password(Identities.PASSWORD)).isInstanceOf(SignIn.Answer.Locked.class);
        assertThat(now.signIn.password("alice", Identities.PASSWORD, at)).isInstanceOf(SignIn.Answer.Welcome.class);
        for (int i = 0; i < 5; i++) {
            now.signIn.password("alice", "a guess at her desk", at);
        }
        assertThat(now.signIn.password("alice", Identities.PASSWORD, at))
                .as("a browser of hers is no way around the lock")
                .isInstanceOf(SignIn.Answer.Locked.class);
        Visitor forged = new Visitor("a browser", "127.0.0.1", "made up");
        assertThat(now.signIn.password("alice", Identities.PASSWORD, forged)).isInstanceOf(SignIn.Answer.Locked.class);
    }

    @Test
    void a_lock_survives_a_restart() {
        now.alice();
        for (int i = 0; i < 5; i++) {
            now.password("not the password");
        }
        now.close();
        open();
        locked(now.password(Identities.PASSWORD));
    }

    @Test
    void a_code_counts_once_and_within_a_step_of_now() {
        Sessions.Begun begun = now.alice();
        Totp totp = enrol(begun);
        clock.advance(Duration.ofMinutes(5));
        Sessions.Begun half = Identities.welcome(now.password(Identities.PASSWORD));
        String code = totp.code(clock.instant().getEpochSecond() / 30);
        String old = totp.code(clock.instant().getEpochSecond() / 30 - 2);
        assertThat(now.signIn.code(half.session(), half.token(), old)).isInstanceOf(SignIn.Answer.Refused.class);
        Sessions.Begun open = Identities.welcome(now.signIn.code(half.session(), half.token(), code));
        assertThat(now.factorOf(open)).isEqualTo("SECOND_FACTOR");
        assertThat(now.sessions.find(half.token()))
                .as("the token of the half-way session")
                .isEmpty();
        assertThat(now.signIn.code(open.session(), open.token(), code)).isInstanceOf(SignIn.Answer.Refused.class);
    }

    @Test
    void guessing_codes_locks_however_often_the_password_is_right() {
        Totp totp = enrol(now.alice());
        SignIn.Answer last = new SignIn.Answer.Refused();
        for (int i = 0; i < 6; i++) {
            Sessions.Begun half = Identities.welcome(now.password(Identities.PASSWORD));
            last = now.signIn.code(half.session(), half.token(), wrong(totp));
        }
        assertThat(last).isInstanceOf(SignIn.Answer.Locked.class);
    }

    @Test
    void without_a_second_factor_where_one_is_required_nothing_opens() {
        now.close();
        now = new Identities(directory, clock, IdentitySettings.SecondFactor.REQUIRED);
        SignIn.Answer.Welcome answer =
                (SignIn.Answer.Welcome) now.setup.first("alice", "Alice", Identities.PASSWORD, Identities.VISITOR);
        assertThat(answer.next()).isEqualTo(SignIn.Next.ENROL);
        assertThat(answer.begun().session().stage()).isEqualTo(Session.Stage.ENROLMENT);
        enrol(answer.begun());
        assertThat(now.sessions.of("alice")).hasSize(1);
    }

    @Test
    void an_invitation_works_once_and_for_some_days() {
        now.alice();
        now.people.create("bob", "Bob", Set.of(Role.VIEWER), OWNER);
        String first = now.setup.invite("bob", OWNER);
        now.setup.accept(first, "words that he likes", Identities.VISITOR);
        assertThat(now.setup.invited(first)).isEmpty();
        String second = now.setup.invite("bob", OWNER);
        clock.advance(Duration.ofDays(3));
        assertThat(now.setup.invited(second)).isEmpty();
    }

    @Test
    void passwords_that_are_too_easy_are_refused_with_what_they_need() {
        assertThat(List.of("short", "aaaaaaaaaaaaaaaa", "alice alice alice"))
                .allSatisfy(
                        easy -> assertThatThrownBy(() -> now.setup.first("alice", "Alice", easy, Identities.VISITOR))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("a password has"));
        assertThatThrownBy(() -> now.setup.first("owner", "Owner", Identities.PASSWORD, Identities.VISITOR))
                .hasMessageContaining("is taken");
    }

    @Test
    void a_new_key_signs_every_90_days_and_the_one_before_verifies_for_a_day() {
        String first = now.signing.keys().getFirst().id();
        assertThat(now.signing.keys()).hasSize(1);
        clock.advance(Duration.ofDays(90));
        assertThat(now.signing.keys()).hasSize(2).last().matches(key -> key.id().equals(first));
        clock.advance(Duration.ofDays(2));
        assertThat(now.signing.keys())
                .hasSize(1)
                .first()
                .matches(key -> !key.id().equals(first));
    }

    @Test
    void an_expired_key_is_nobodys() {
        String text = now.keys
                .make("x", Set.of(Role.VIEWER), Set.of(), clock.instant().plus(Duration.ofDays(1)), OWNER)
                .text();
        assertThat(now.keys.find(text)).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(now.keys.find(text)).isEmpty();
    }

    @Test
    void nothing_that_opens_anything_is_in_the_ledger() {
        Sessions.Begun begun = now.alice();
        Totp totp = enrol(begun);
        ServiceClients.Made client = now.clients.service("a pump", Set.of(Role.VIEWER), Set.of(), OWNER);
        assertThat(now.ledger())
                .contains("PersonCreated", "FactorAdded", "ServiceClientMade")
                .doesNotContain(begun.token(), totp.written(), Identities.PASSWORD, String.valueOf(client.secret()));
    }

    private Totp enrol(Sessions.Begun begun) {
        now.enrolment.offer("alice");
        Totp pending =
                java.util.Objects.requireNonNull(now.people.credentials("alice").pending());
        String code = pending.code(clock.instant().getEpochSecond() / 30);
        assertThat(now.enrolment.confirm(begun.session(), begun.token(), code)).isPresent();
        return pending;
    }

    private String wrong(Totp totp) {
        long step = clock.instant().getEpochSecond() / 30;
        Set<String> right = Set.of(totp.code(step - 1), totp.code(step), totp.code(step + 1));
        return List.of("000000", "000001", "000002", "000003").stream()
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static Instant locked(SignIn.Answer answer) {
        return ((SignIn.Answer.Locked) answer).until();
    }
}
