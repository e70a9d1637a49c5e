package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions of browsers. They are records, so a restart signs nobody out. */
public final class Sessions {

    private static final String INDEX = "session-person";
    private static final Duration TO_FINISH = Duration.ofMinutes(15);

    /** A person who works is not written down more often, and never so seldom that it would end their session. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int SEEN_OFTEN = 20;
    private static final int MOST = 200;

    private final Register<Session> sessions;
    private final People people;
    private final IdentitySettings settings;
    private final Facts facts;
    private final InstantSource clock;

    public Sessions(Durability durability, People people, IdentitySettings settings, InstantSource clock) {
        this.sessions = new Register<>(durability, "session", Session.class);
        this.people = people;
        this.settings = settings;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /**
     * A session that has begun.
     *
     * @param token for the browser alone
     */
    public record Begun(Session session, String token) {
        @Override
        public String toString() {
            return "Begun[" + session.username() + "]";
        }
    }

    /** A session and its person, both as they are now. */
    public record Held(Session session, Person person) {

        public Caller caller() {
            return new Caller(
                    person.principal(),
                    person.displayName(),
                    person.roles(),
                    java.util.Set.of(),
                    session.factors(),
                    session.id());
        }
    }

    /**
     * The session of a token; empty when it has ended, or its person may not sign in any more. To ask for it is no use of
     * it: a page that stands open asks all day, with nobody before it.
     */
    public Optional<Held> find(String token) {
        return byId(Secrets.hash(token)).flatMap(this::held);
    }

    /** A person is at it: it goes on as they have it. */
    public Session here(Session session) {
        Instant now = clock.instant();
        Duration often = settings.sessionIdle().dividedBy(SEEN_OFTEN);
        if (session.seen()
                .plus(often.compareTo(SEEN_EVERY) < 0 ? often : SEEN_EVERY)
                .isAfter(now)) {
            return session;
        }
        try {
            return sessions.change(session.id(), each -> each.seen(now), each -> null);
        } catch (CommitConflict | IllegalArgumentException meanwhile) {
            return session;
        }
    }

    /** How long until it ends if nobody is at it any more. */
    public Duration left(Session session) {
        Instant idle = session.seen().plus(settings.sessionIdle());
        return Duration.between(clock.instant(), idle.isBefore(session.until()) ? idle : session.until());
    }

    /** With its person; empty when they may not sign in any more. */
    public Optional<Held> held(Session session) {
        return people.find(session.username())
                .filter(person -> !person.disabled())
                .map(person -> new Held(session, person));
    }

    /** Newest first. */
    public List<Session> of(String username) {
        return sessions.indexed(INDEX, username, MOST).stream()
                .filter(session -> session.stage() == Session.Stage.OPEN)
                .filter(this::alive)
                .sorted(Comparator.comparing(Session::started).reversed())
                .toList();
    }

    public Optional<Session> byId(String id) {
        return sessions.find(id).filter(this::alive);
    }

    public void end(Session session, Principal by, String how) {
        sessions.remove(session.id(), facts.of(how, by, session.username(), Map.of("session", brief(session))));
    }

    /** Opens one, or begins to, at the stage that the person's credentials ask for. */
    Begun begin(Person person, Factor factor, Session.Stage stage, Visitor visitor) {
        Instant now = clock.instant();
        String token = Secrets.token();
        Instant until = now.plus(stage == Session.Stage.OPEN ? settings.sessionLongest() : TO_FINISH);
        Session session = new Session(
                Secrets.hash(token),
                person.username(),
                stage,
                Map.of(factor, now),
                now,
                now,
                until,
                visitor.browser(),
                visitor.address());
        String kind = stage == Session.Stage.OPEN ? "SignedIn" : "SignInBegun";
        sessions.add(item(session), facts.of(kind, person.principal(), person.username(), facts(session, factor)));
        return new Begun(session, token);
    }

    /** A further proof in an open session, or the last one of a sign-in, which then goes on under a new token. */
    Begun proved(Session session, String token, Factor factor) {
        if (session.stage() == Session.Stage.OPEN) {
            return new Begun(
                    sessions.change(
                            session.id(),
                            each -> each.proved(factor, clock.instant()),
                            each -> facts.of(
                                    "SteppedUp", principal(session), session.username(), facts(session, factor))),
                    token);
        }
        Session proved = session.proved(factor, clock.instant());
        return renewed(proved, facts.of("SignedIn", principal(session), session.username(), facts(proved, factor)));
    }

    /** The same session, from now on and under a new token; the old one is gone. */
    Begun renewed(Session session, LedgerEntry entry) {
        Instant now = clock.instant();
        String token = Secrets.token();
        Session renewed = new Session(
                Secrets.hash(token),
                session.username(),
                session.stage(),
                session.factors(),
                now,
                now,
                now.plus(settings.sessionLongest()),
                session.browser(),
                session.address());
        sessions.replace(session.id(), item(renewed), entry);
        return new Begun(renewed, token);
    }

    private boolean alive(Session session) {
        Instant now = clock.instant();
        return session.until().isAfter(now)
                && session.seen().plus(settings.sessionIdle()).isAfter(now)
                && !session.started()
                        .isBefore(people.credentials(session.username()).signedOutBefore());
    }

    private Item item(Session session) {
        return sessions.item(session.id(), session)
                .indexed(Map.of(INDEX, new Key(session.username(), session.id())))
                .expiring(session.until());
    }

    private static Principal principal(Session session) {
        return Principal.person(session.username());
    }

    private static Map<String, String> facts(Session session, Factor factor) {
        return Map.of("factor", factor.written(), "session", brief(session));
    }

    private static String brief(Session session) {
        return session.id().substring(0, 16);
    }
}
