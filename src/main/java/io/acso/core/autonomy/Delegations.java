package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Query;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who answers for whom, kept with a ledger entry for each change. */
public final class Delegations {

    /** Longer is no delegation but a change of duties, which belongs into the groups. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final String PARTITION = "delegation";
    private static final int SCHEMA_VERSION = 1;
    private static final int MOST = 1000;

    private final Durability durability;
    private final InstantSource clock;

    public Delegations(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Lends {@code from}'s right from now on.
     *
     * @throws IllegalArgumentException when one of both is no person, they are the same, or the time is out of range
     */
    public Delegation delegate(Principal from, Principal to, Instant until, String reason) {
        Instant now = clock.instant();
        if (from.kind() != Principal.Kind.PERSON || to.kind() != Principal.Kind.PERSON || from.equals(to)) {
            throw new IllegalArgumentException("a person delegates to another person, not " + from + " to " + to);
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException(
                    "until lies between now and " + LONGEST.toDays() + " days from now, not at " + until);
        }
        String id = Digest.id("dlg", from.toString(), to.toString(), now.toString());
        Delegation made = new Delegation(id, from, to, reason, now, until, null);
        write(Item.of(PARTITION, id, SCHEMA_VERSION, made), made, from, "ApprovalDelegated", now);
        return made;
    }

    /**
     * Takes it back at once; answers that were given stay.
     *
     * @throws IllegalArgumentException when there is none, or it is neither lent nor borrowed by this person
     */
    public Delegation revoke(String id, Principal by) {
        Item item = durability
                .records()
                .get(new Key(PARTITION, id))
                .orElseThrow(() -> new IllegalArgumentException("there is no delegation " + id));
        Delegation held = item.as(Delegation.class);
        if (!by.equals(held.from()) && !by.equals(held.to())) {
            throw new IllegalArgumentException(by + " has no part in the delegation " + id);
        }
        if (held.revoked() != null) {
            return held;
        }
        Instant now = clock.instant();
        Delegation ended =
                new Delegation(id, held.from(), held.to(), held.reason(), held.since(), held.until(), now);
        write(item.replacedBy(ended), ended, by, "DelegationRevoked", now);
        return ended;
    }

    /** Every delegation there was, revoked and ended ones too. */
    public List<Delegation> all() {
        return durability.records().all(Query.partition(PARTITION), MOST).stream()
                .map(item -> item.as(Delegation.class))
                .toList();
    }

    public Optional<Delegation> find(String id) {
        return durability.records().get(new Key(PARTITION, id)).map(item -> item.as(Delegation.class));
    }

    /** Whose rights this person may use now, beside their own. */
    List<Principal> lenders(Principal to) {
        Instant now = clock.instant();
        return all().stream()
                .filter(delegation -> delegation.to().equals(to) && delegation.active(now))
                .map(Delegation::from)
                .toList();
    }

    private void write(Item item, Delegation delegation, Principal by, String fact, Instant now) {
        Map<String, String> facts = Map.of(
                "from", delegation.from().toString(),
                "to", delegation.to().toString(),
                "until", delegation.until().toString());
        durability.commit(Commit.builder()
                .put(item)
                .add(LedgerEntry.of(now, fact, by, delegation.id(), delegation.id(), facts)
                        .append())
                .build());
    }
}
