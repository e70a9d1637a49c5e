package io.acso.edge.operations;

import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Principal;
import io.acso.platform.crypto.KeyInUse;
import io.acso.platform.crypto.KeyInfo;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.Reencryption;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.ledger.LedgerEntry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rotates and retires keys for a person, and re-encrypts in the background; the ledger has who did what. */
@Component
public final class KeyCare {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCare.class);
    private static final String SUBJECT = "keys";

    private final Keyring keys;
    private final Reencryption reencryption;
    private final Durability durability;
    private final InstantSource clock;
    private volatile Background background = new Background(State.NEVER, null, null, null);
    private volatile boolean closing;
    private @Nullable Thread worker;

    KeyCare(Keyring keys, Reencryption reencryption, Durability durability, InstantSource clock) {
        this.keys = keys;
        this.reencryption = reencryption;
        this.durability = durability;
        this.clock = clock;
    }

    /** How far it is; written in small letters. */
    public enum State {
        NEVER,
        RUNNING,
        DONE,
        STOPPED,
        FAILED;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The re-encryption that runs, or the last one since the start.
     *
     * @param pass what it did; null before its end
     */
    public record Background(
            State state, @Nullable Instant begun, @Nullable Instant ended, Reencryption.@Nullable Pass pass) {}

    /**
     * Where the keys stand; no secret.
     *
     * @param master names the master key that wraps the data keys
     * @param data the data keys, oldest first
     * @param clearTextRefused the stores in which everything is known to be encrypted
     */
    public record Status(
            String name, String master, List<KeyInfo> data, List<String> clearTextRefused, Background reencryption) {}

    public Status status() {
        return new Status(keys.name(), keys.wrappedBy(), keys.keys(), reencryption.sealedStores(), background);
    }

    /** A new data key encrypts from now on. */
    public KeyInfo rotate(Principal by) {
        KeyInfo newest = keys.rotate();
        record(by, "DataKeyRotated", Map.of("key", newest.id()));
        return newest;
    }

    /** A new master key wraps the data keys. */
    public String rotateMaster(Principal by) {
        String master = keys.rotateMaster();
        record(by, "MasterKeyRotated", Map.of("master", master));
        return master;
    }

    /** Begins to bring every body under the newest data key, or leaves the one that is under way to go on. */
    public synchronized Background reencrypt(Principal by) {
        Thread before = worker;
        if (before == null || !before.isAlive()) {
            background = new Background(State.RUNNING, clock.instant(), null, null);
            worker = Thread.ofPlatform().name("reencryption").daemon().start(() -> run(by));
        }
        return background;
    }

    private void run(Principal by) {
        Instant begun = clock.instant();
        try {
            Reencryption.Pass pass = reencryption.renew(() -> !closing);
            background = new Background(pass.complete() ? State.DONE : State.STOPPED, begun, clock.instant(), pass);
            record(
                    by,
                    pass.complete() ? "BodiesReencrypted" : "ReencryptionStopped",
                    Map.of(
                            "seen", Long.toString(pass.seen()),
                            "renewed", Long.toString(pass.renewed()),
                            "unreadable", Long.toString(pass.unreadable())));
        } catch (RuntimeException e) {
            LOG.error("re-encryption failed; what it has done stays, and it can be begun again", e);
            background = new Background(State.FAILED, begun, clock.instant(), null);
        }
    }

    /**
     * Deletes a data key that nothing needs any more.
     *
     * @throws KeyInUse saying what needs it
     */
    public void retire(String id, Principal by) {
        reencryption.retire(id);
        record(by, "DataKeyRetired", Map.of("key", id));
    }

    /** Takes up what another process has rotated. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void refresh() {
        keys.refresh();
    }

    private void record(Principal by, String fact, Map<String, String> facts) {
        durability.commit(Commit.builder()
                .add(LedgerEntry.of(clock.instant(), fact, by, SUBJECT, SUBJECT, facts)
                        .append())
                .build());
    }

    /** A pass that is stopped is begun again by whoever asks; nothing is lost. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        Thread running = worker;
        if (running != null) {
            running.join();
        }
    }
}
