package io.acso.edge.identity;

import io.acso.platform.durability.Durability;
import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import io.acso.testsupport.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identity on a directory, at a clock that a test moves; opened again it is what a restart finds. */
final class Identities implements AutoCloseable {

    static final Visitor VISITOR = new Visitor("a browser", "127.0.0.1", null);
    static final String PASSWORD = "twelve or more words";

    final SettableClock clock;
    final Durability durability;
    final People people;
    final Sessions sessions;
    final SignIn signIn;
    final Enrolment enrolment;
    final Setup setup;
    final Programs programs;
    final ApiKeys keys;
    final ServiceClients clients;
    final SigningKeys signing;

    Identities(Path directory, SettableClock clock, IdentitySettings.SecondFactor second) {
        this.clock = clock;
        durability = SqliteDurability.open(directory, clock, Settings.defaults());
        IdentitySettings settings = settings(second);
        people = new People(durability, clock, Set.of("owner"));
        sessions = new Sessions(durability, people, settings, clock);
        Passwords passwords = new Passwords();
        signIn = new SignIn(durability, people, sessions, passwords, settings, clock);
        enrolment = new Enrolment(durability, people, sessions, clock);
        setup = new Setup(durability, people, signIn, passwords, settings, clock);
        programs = new Programs(durability);
        keys = new ApiKeys(durability, people, programs, clock);
        clients = new ServiceClients(durability, people, programs, clock);
        signing = new SigningKeys(durability, clock);
    }

    static IdentitySettings settings(IdentitySettings.SecondFactor second) {
        return new IdentitySettings(
                second,
                Duration.ofHours(8),
                Duration.ofDays(7),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                Duration.ofMinutes(15),
                null,
                "acso",
                null,
                null,
                "preferred_username",
                "groups",
                null,
                Map.of(),
                Map.of());
    }

    /** Somebody with a password and nothing else. */
    Sessions.Begun alice() {
        return welcome(setup.first("alice", "Alice", PASSWORD, VISITOR));
    }

    static Sessions.Begun welcome(SignIn.Answer answer) {
        return ((SignIn.Answer.Welcome) answer).begun();
    }

    SignIn.Answer password(String password) {
        return signIn.password("alice", password, VISITOR);
    }

    /** Everything that the ledger was told. */
    String ledger() {
        StringBuilder told = new StringBuilder();
        durability.leaves(0, 1000).forEach(leaf -> told.append(new String(leaf.entry(), StandardCharsets.UTF_8)));
        return told.toString();
    }

    @Nullable
    String factorOf(Sessions.Begun begun) {
        return sessions.find(begun.token())
                .map(held -> held.caller().assurance().name())
                .orElse(null);
    }

    @Override
    public void close() {
        durability.close();
    }
}
