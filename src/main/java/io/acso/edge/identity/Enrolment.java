package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Durability;
import io.acso.platform.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** How people set up, and give up, what they prove themselves with. */
public final class Enrolment {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final int MOST_PASSKEYS = 20;

    /** Who a passkey belongs to, found by its id. */
    private record Owner(String username) {}

    private final Register<Owner> owners;
    private final People people;
    private final Sessions sessions;
    private final Facts facts;
    private final InstantSource clock;

    public Enrolment(Durability durability, People people, Sessions sessions, InstantSource clock) {
        this.owners = new Register<>(durability, "passkey", Owner.class);
        this.people = people;
        this.sessions = sessions;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /**
     * A secret for an authenticator app, good once a code of it comes back.
     *
     * @param secret to type, base32
     * @param uri to scan
     */
    public record Offer(String secret, String uri) {
        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    /** Recovery codes, shown this once, and the session as it goes on. */
    public record Enrolled(List<String> recoveryCodes, Sessions.Begun begun) {
        @Override
        public String toString() {
            return "Enrolled[" + begun + "]";
        }
    }

    public Offer offer(String username) {
        Totp fresh = Totp.fresh();
        people.credentials().change(username, each -> each.withTotp(each.totp(), fresh, each.recovery()), each -> null);
        return new Offer(fresh.written(), fresh.uri(username));
    }

    /** Empty when the code does not belong to what was offered. */
    public Optional<Enrolled> confirm(Session session, String token, String code) {
        List<String> codes = IntStream.range(0, RECOVERY_CODES)
                .mapToObj(i -> Secrets.readable(RECOVERY_BYTES))
                .toList();
        boolean[] taken = {false};
        people.credentials()
                .change(
                        session.username(),
                        each -> {
                            Totp pending = each.pending();
                            OptionalLong step =
                                    pending == null ? OptionalLong.empty() : pending.step(code, clock.instant());
                            taken[0] = step.isPresent();
                            return pending == null || step.isEmpty()
                                    ? each
                                    : each.withTotp(
                                            pending.used(step.getAsLong()),
                                            null,
                                            codes.stream().map(Secrets::hash).toList());
                        },
                        each -> added(session.username(), Factor.TOTP));
        return taken[0]
                ? Optional.of(new Enrolled(
                        codes.stream().map(Enrolment::grouped).toList(), sessions.proved(session, token, Factor.TOTP)))
                : Optional.empty();
    }

    /** Gives up the authenticator app and its recovery codes. */
    public void removeTotp(String username) {
        people.credentials()
                .change(
                        username,
                        each -> each.withTotp(null, null, List.of()),
                        each -> removed(username, Factor.TOTP, Principal.person(username)));
    }

    public List<Passkey> passkeys(String username) {
        return people.credentials(username).passkeys();
    }

    public boolean hasPassword(String username) {
        return people.credentials(username).password() != null;
    }

    public boolean hasSecondFactor(String username) {
        return people.credentials(username).hasSecondFactor();
    }

    public int recoveryCodesLeft(String username) {
        return people.credentials(username).recovery().size();
    }

    public boolean hasTotp(String username) {
        return people.credentials(username).totp() != null;
    }

    /** Whose passkey this is. */
    public Optional<String> ownerOf(String passkey) {
        return owners.find(passkey).map(Owner::username);
    }

    /**
     * Keeps a passkey, new or used again.
     *
     * @throws IllegalArgumentException when there are too many, or its counter went back as that of a copy does
     */
    public void keep(String username, Passkey passkey) {
        boolean[] isNew = {false};
        owners.point(passkey.id(), new Owner(username));
        people.credentials()
                .change(
                        username,
                        each -> {
                            isNew[0] = each.passkeys().stream()
                                    .noneMatch(known -> known.id().equals(passkey.id()));
                            each.passkeys().stream()
                                    .filter(known -> known.id().equals(passkey.id()))
                                    .forEach(known -> checkCounter(known, passkey));
                            if (isNew[0] && each.passkeys().size() >= MOST_PASSKEYS) {
                                throw new IllegalArgumentException(
                                        "nobody has more than " + MOST_PASSKEYS + " passkeys: remove one first");
                            }
                            return each.withPasskey(passkey);
                        },
                        each -> isNew[0] ? added(username, Factor.PASSKEY) : null);
    }

    /** After a passkey was made in this session: it counts as proved, and a sign-in is finished by it. */
    public Sessions.Begun proved(Session session, String token) {
        return sessions.proved(session, token, Factor.PASSKEY);
    }

    /** False when they have no such passkey. */
    public boolean removePasskey(String username, String id) {
        Credentials before = people.credentials(username);
        Credentials after = people.credentials()
                .change(
                        username,
                        each -> each.passkeys().stream()
                                        .noneMatch(passkey -> passkey.id().equals(id))
                                ? each
                                : each.withPasskeys(each.passkeys().stream()
                                        .filter(passkey -> !passkey.id().equals(id))
                                        .toList()),
                        each -> removed(username, Factor.PASSKEY, Principal.person(username)));
        return after.passkeys().size() < before.passkeys().size();
    }

    private static void checkCounter(Passkey known, Passkey used) {
        if (known.signatureCount() > 0 && used.signatureCount() <= known.signatureCount()) {
            throw new IllegalArgumentException(
                    "the counter of this passkey went back, as that of a copy does: remove it and set up another");
        }
    }

    private LedgerEntry added(String username, Factor factor) {
        return facts.of("FactorAdded", Principal.person(username), username, Map.of("factor", factor.written()));
    }

    private LedgerEntry removed(String username, Factor factor, Principal by) {
        return facts.of("FactorRemoved", by, username, Map.of("factor", factor.written()));
    }

    /** Sixteen characters in groups of four. */
    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{4})", -1));
    }
}
