package io.acso.edge.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How people sign in, and prove anew who they are. Whoever is refused learns no more than that. */
public final class SignIn {

    private static final String PASSWORD = "password";
    private static final String CODE = "code";

    private final Durability durability;
    private final People people;
    private final Sessions sessions;
    private final Attempts attempts;
    private final KnownBrowsers known;
    private final Passwords passwords;
    private final IdentitySettings settings;
    private final Facts facts;
    private final InstantSource clock;

    public SignIn(
            Durability durability,
            People people,
            Sessions sessions,
            Passwords passwords,
            IdentitySettings settings,
            InstantSource clock) {
        this.durability = durability;
        this.people = people;
        this.sessions = sessions;
        this.attempts = new Attempts(durability, clock);
        this.known = new KnownBrowsers(durability, clock);
        this.passwords = passwords;
        this.settings = settings;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /** What comes next. */
    public enum Next {
        DONE,
        TOTP,
        ENROL;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of an attempt. */
    public sealed interface Answer {

        /** The browser takes the token. */
        record Welcome(Sessions.Begun begun, Next next) implements Answer {}

        /** The name, the password or the code is wrong. */
        record Refused() implements Answer {}

        /** Too many failed; nothing was looked at. */
        record Locked(Instant until) implements Answer {}
    }

    /**
     * The first step.
     *
     * @throws SignInBusy when too many sign in at this moment
     */
    public Answer password(String username, String password, Visitor visitor) {
        String counted = known.knows(visitor.known(), username) ? username + "\n" + visitor.known() : username;
        Optional<Instant> locked = attempts.begin(PASSWORD, counted);
        if (locked.isPresent()) {
            return new Answer.Locked(locked.get());
        }
        Optional<Person> person = people.find(username);
        String hash =
                person.map(known -> people.credentials(username).password()).orElse(null);
        boolean right = passwords.matches(password, hash);
        if (!right || person.isEmpty() || person.get().disabled()) {
            return refused(username, person.isPresent(), PASSWORD);
        }
        attempts.succeeded(PASSWORD, counted);
        return welcome(person.get(), Factor.PASSWORD, visitor);
    }

    /** A code of the authenticator app, or a recovery code: ends a sign-in, or proves anew. */
    public Answer code(Session session, String token, String code) {
        String username = session.username();
        Optional<Instant> locked = attempts.begin(CODE, username);
        if (locked.isPresent()) {
            return new Answer.Locked(locked.get());
        }
        if (session.stage() == Session.Stage.ENROLMENT) {
            return refused(username, true, CODE);
        }
        Optional<Factor> factor = Totp.looksLikeOne(code) ? totp(username, code) : recovery(username, code);
        if (factor.isEmpty()) {
            return refused(username, true, CODE);
        }
        attempts.succeeded(CODE, username);
        return new Answer.Welcome(sessions.proved(session, token, factor.get()), Next.DONE);
    }

    /** The ceremony with this person's passkey went well, in a session that it proves anew or ends the sign-in of. */
    public Answer passkey(Session session, String token) {
        return new Answer.Welcome(sessions.proved(session, token, Factor.PASSKEY), Next.DONE);
    }

    /** The ceremony with this person's passkey went well, in a browser without a session of theirs. */
    public Answer passkey(String username, Visitor visitor) {
        Optional<Person> person = people.find(username).filter(each -> !each.disabled());
        return person.<Answer>map(known -> new Answer.Welcome(
                        sessions.begin(known, Factor.PASSKEY, Session.Stage.OPEN, visitor), Next.DONE))
                .orElseGet(() -> refused(username, true, "passkey"));
    }

    /** Another issuer vouched for this person. */
    public Answer vouched(Person person, boolean strong, Visitor visitor) {
        if (person.disabled()) {
            return refused(person.username(), true, "issuer");
        }
        Factor factor = strong ? Factor.ISSUER_STRONG : Factor.ISSUER;
        return new Answer.Welcome(sessions.begin(person, factor, Session.Stage.OPEN, visitor), Next.DONE);
    }

    /** Tells the ledger of somebody who was turned away for another reason than a wrong proof; by digest alone. */
    public void denied(String subject, Factor factor) {
        refused(subject, false, factor.written());
    }

    /**
     * A new password instead of the one that is known. Every session ends, and this one goes on under a new token.
     *
     * @return empty when the known one is wrong, or too many were
     * @throws IllegalArgumentException when the new one is too easy to guess
     */
    public Optional<Sessions.Begun> changePassword(Session session, String known, String chosen) {
        String username = session.username();
        if (attempts.begin(PASSWORD, username).isPresent()
                || !passwords.matches(known, people.credentials(username).password())) {
            return Optional.empty();
        }
        attempts.succeeded(PASSWORD, username);
        String hash = passwords.hash(username, chosen);
        people.credentials().change(username, each -> each.withPassword(hash, clock.instant()), each -> null);
        return Optional.of(
                sessions.renewed(session, facts.of("PasswordChanged", Principal.person(username), username)));
    }

    /** After a password was right, or has just been chosen. */
    Answer welcome(Person person, Factor factor, Visitor visitor) {
        Credentials how = people.credentials(person.username());
        Next next = how.hasSecondFactor()
                ? Next.TOTP
                : settings.secondFactor() == IdentitySettings.SecondFactor.REQUIRED ? Next.ENROL : Next.DONE;
        Session.Stage stage = switch (next) {
            case TOTP -> Session.Stage.CODE;
            case ENROL -> Session.Stage.ENROLMENT;
            case DONE -> Session.Stage.OPEN;
        };
        return new Answer.Welcome(sessions.begin(person, factor, stage, visitor), next);
    }

    private Optional<Factor> totp(String username, String code) {
        boolean[] taken = {false};
        people.credentials()
                .change(
                        username,
                        each -> {
                            taken[0] = false;
                            Totp totp = each.totp();
                            OptionalLong step = totp == null ? OptionalLong.empty() : totp.step(code, clock.instant());
                            if (totp == null || step.isEmpty()) {
                                return each;
                            }
                            taken[0] = true;
                            return each.withTotp(totp.used(step.getAsLong()), each.pending(), each.recovery());
                        },
                        each -> null);
        return taken[0] ? Optional.of(Factor.TOTP) : Optional.empty();
    }

    private Optional<Factor> recovery(String username, String code) {
        String plain = code.strip().toLowerCase(Locale.ROOT).replace("-", "");
        boolean[] taken = {false};
        people.credentials()
                .change(
                        username,
                        each -> {
                            List<String> left = each.recovery().stream()
                                    .filter(hash -> !Secrets.matches(plain, hash))
                                    .toList();
                            taken[0] = left.size() < each.recovery().size();
                            return taken[0] ? each.withTotp(each.totp(), each.pending(), left) : each;
                        },
                        each -> facts.of(
                                "RecoveryCodeUsed",
                                Principal.person(username),
                                username,
                                Map.of("left", Integer.toString(each.recovery().size()))));
        return taken[0] ? Optional.of(Factor.RECOVERY_CODE) : Optional.empty();
    }

    /** A name that nobody has may be a password typed into the wrong field: only its digest is kept. */
    private Answer refused(String username, boolean known, String factor) {
        Optional<Instant> locked = attempts.lockedUntil(factor, username);
        String subject = known ? username : Digest.id("unknown", username);
        Map<String, String> more = locked.<Map<String, String>>map(
                        until -> Map.of("factor", factor, "until", until.toString()))
                .orElse(Map.of("factor", factor));
        String kind = locked.isPresent() ? "SignInLocked" : "SignInRefused";
        durability.commit(Commit.builder()
                .add(facts.of(kind, Principal.service("sign-in"), subject, more).append())
                .build());
        return new Answer.Refused();
    }
}
