package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Query;
import io.acso.platform.ledger.LedgerEntry;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the moment. A changed set is taken whole, with a ledger entry and its files kept under its hash, which
 * decisions name; one that cannot be used leaves the one before in force and says so.
 */
public final class PoliciesInForce implements Supplier<Policies> {

    private static final System.Logger LOG = System.getLogger(PoliciesInForce.class.getName());
    private static final Principal PLATFORM = Principal.service("platform");
    private static final String IN_FORCE = "policies-in-force";
    private static final Key LATEST = new Key("policies-latest", "set");
    private static final int SCHEMA_VERSION = 1;
    private static final int MOST_SETS = 1000;
    private static final int MOST_FILES = 10_000;
    private static final int FILES_A_COMMIT = 40;

    private final Supplier<ContentSnapshot> content;
    private final Durability durability;
    private final InstantSource clock;
    private volatile Digest seen;
    private volatile Policies current;
    private volatile @Nullable String refused;

    /**
     * One set that was taken into force.
     *
     * @param hash of its files, as decisions name it
     */
    public record InForce(String hash, Instant since, int policies) {}

    /** @throws PoliciesInvalid when there are none to begin with */
    public PoliciesInForce(Supplier<ContentSnapshot> content, Durability durability, InstantSource clock) {
        this.content = content;
        this.durability = durability;
        this.clock = clock;
        ContentSnapshot first = content.get();
        this.seen = first.hash();
        this.current = Policies.load(first);
        announce(current);
    }

    @Override
    public Policies get() {
        ContentSnapshot now = content.get();
        if (!now.hash().equals(seen)) {
            change(now);
        }
        return current;
    }

    /** Why the newest files are not in force; empty when they are. */
    public Optional<String> refused() {
        get();
        return Optional.ofNullable(refused);
    }

    /** The sets that were in force, the last one first. */
    public List<InForce> history() {
        return durability.records().all(Query.partition(IN_FORCE).newestFirst(), MOST_SETS).stream()
                .map(item -> item.as(InForce.class))
                .toList();
    }

    /** The files of a set that was in force, by path; empty when there was none with that hash. */
    public Map<String, String> files(String hash) {
        Map<String, String> files = new TreeMap<>();
        durability
                .records()
                .all(Query.partition(partition(hash)), MOST_FILES)
                .forEach(item -> files.put(item.key().sort(), item.as(String.class)));
        return files;
    }

    private synchronized void change(ContentSnapshot now) {
        if (now.hash().equals(seen)) {
            return;
        }
        if (!Policies.folder(now).hash().hex().equals(current.content())) {
            take(now);
        } else {
            refused = null;
        }
        seen = now.hash();
    }

    private void take(ContentSnapshot now) {
        try {
            Policies next = Policies.load(now);
            announce(next);
            current = next;
            refused = null;
            LOG.log(Level.INFO, "policies changed: " + next.content());
        } catch (PoliciesInvalid e) {
            refused = e.getMessage();
            LOG.log(Level.WARNING, "the changed policies are not used: " + e.getMessage());
            String hash = Policies.folder(now).hash().hex();
            durability.commit(Commit.builder()
                    .add(entry("PolicySetRefused", hash, Map.of("inForce", current.content())))
                    .build());
        }
    }

    /** Puts the set on record, unless it is the one that was in force last. */
    private void announce(Policies set) {
        Optional<Item> latest = durability.records().get(LATEST);
        if (latest.map(item -> item.as(InForce.class).hash().equals(set.content())).orElse(false)) {
            return;
        }
        keep(set);
        Instant now = clock.instant();
        InForce taken = new InForce(set.content(), now, set.ids().size());
        Item next = latest.map(item -> item.replacedBy(taken))
                .orElseGet(() -> Item.of(LATEST.partition(), LATEST.sort(), SCHEMA_VERSION, taken));
        String when = "%015d %s".formatted(now.toEpochMilli(), set.content());
        try {
            durability.commit(Commit.builder()
                    .put(next)
                    .overwrite(Item.of(IN_FORCE, when, SCHEMA_VERSION, taken))
                    .add(entry(
                            "PolicySetInForce",
                            set.content(),
                            Map.of("policies", String.valueOf(set.ids().size()))))
                    .build());
        } catch (CommitConflict another) {
            // a process beside this one has put it on record
            LOG.log(Level.DEBUG, "policies " + set.content() + " were announced meanwhile");
        }
    }

    private void keep(Policies set) {
        List<Map.Entry<String, String>> files = new ArrayList<>(set.files().entrySet());
        for (int from = 0; from < files.size(); from += FILES_A_COMMIT) {
            Commit.Builder commit = Commit.builder();
            files.subList(from, Math.min(files.size(), from + FILES_A_COMMIT))
                    .forEach(file -> commit.overwrite(
                            Item.of(partition(set.content()), file.getKey(), SCHEMA_VERSION, file.getValue())));
            durability.commit(commit.build());
        }
    }

    private Commit.Append entry(String kind, String hash, Map<String, String> facts) {
        return LedgerEntry.of(clock.instant(), kind, PLATFORM, hash, hash, facts).append();
    }

    private static String partition(String hash) {
        return "policy-set/" + hash;
    }
}
