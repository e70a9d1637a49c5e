package io.acso.platform.secrets.embedded;

import io.acso.domain.kernel.Json;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.Rewritable;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.crypto.embedded.OwnerFile;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import io.acso.platform.secrets.SecretsUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Secrets in one file. Names, versions and times are in clear, each value is encrypted to its name and version. The
 * command line may change it while the platform runs: every change is made under a lock on the file beside it.
 */
public final class SecretFile implements SecretStore, Rewritable {

    /** The file's name in the data directory. */
    public static final String NAME = "secrets.json";

    private static final String STORE = "secrets";
    private static final int FORMAT = 1;
    private static final int VERSIONS = 3;
    private static final int MOST_BYTES = 64 * 1024;

    private final OwnerFile file;
    private final Path lock;
    private final BodyCipher cipher;
    private final InstantSource clock;

    private record Content(int format, List<Entry> secrets) {}

    /** @param value encrypted */
    private record Entry(String name, int version, Instant set, byte[] value) {}

    /** What may be told of a secret. */
    public record Listed(String name, int version, Instant set) {}

    /** @param path made when the first secret is set */
    public SecretFile(Path path, BodyCipher cipher, InstantSource clock) {
        this.file = new OwnerFile(path);
        this.lock = path.resolveSibling(path.getFileName() + ".lock");
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<Secret> get(String name) {
        return own(entries(), SecretStore.checked(name)).stream()
                .reduce((older, newer) -> newer)
                .map(this::opened);
    }

    @Override
    public Optional<Secret> get(String name, String version) {
        return own(entries(), SecretStore.checked(name)).stream()
                .filter(entry -> Integer.toString(entry.version).equals(version))
                .findFirst()
                .map(this::opened);
    }

    /** The newest version of each, by name. */
    public List<Listed> list() {
        List<Listed> newest = new ArrayList<>();
        for (Entry entry : entries()) {
            newest.removeIf(older -> older.name.equals(entry.name));
            newest.add(new Listed(entry.name, entry.version, entry.set));
        }
        return newest.stream()
                .sorted((one, other) -> one.name.compareTo(other.name))
                .toList();
    }

    /**
     * Sets a new version; the {@value #VERSIONS} newest are kept.
     *
     * @throws SecretsUnavailable when the value is empty or longer than 64 KB, or the file cannot be changed
     */
    public Listed set(String name, String value) {
        SecretStore.checked(name);
        byte[] clear = value.getBytes(StandardCharsets.UTF_8);
        if (clear.length == 0 || clear.length > MOST_BYTES) {
            throw new SecretsUnavailable(
                    "a secret has 1 to %d bytes, not %d".formatted(MOST_BYTES, clear.length), null);
        }
        List<Entry> after = change(before -> {
            List<Entry> own = own(before, name);
            int version = own.isEmpty() ? 1 : own.getLast().version + 1;
            List<Entry> entries = new ArrayList<>(before);
            entries.removeAll(own.subList(0, Math.max(0, own.size() - VERSIONS + 1)));
            entries.add(new Entry(name, version, clock.instant(), cipher.encrypt(clear, place(name, version))));
            return entries;
        });
        Entry set = after.getLast();
        return new Listed(set.name, set.version, set.set);
    }

    /** Removes all versions; false when there is no such secret. */
    public boolean remove(String name) {
        boolean known = !own(entries(), name).isEmpty();
        if (known) {
            change(before -> {
                List<Entry> entries = new ArrayList<>(before);
                entries.removeAll(own(before, name));
                return entries;
            });
        }
        return known;
    }

    @Override
    public String store() {
        return STORE;
    }

    /** All at once: they are few. */
    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        if (!entries().isEmpty()) {
            change(before -> {
                List<Entry> entries =
                        before.stream().map(entry -> rewritten(entry, rewriter)).toList();
                return entries.equals(before) ? before : entries;
            });
        }
        return null;
    }

    private static Entry rewritten(Entry entry, Rewriter rewriter) {
        byte[] value = rewriter.rewrite(entry.value, place(entry.name, entry.version));
        return value == entry.value ? entry : new Entry(entry.name, entry.version, entry.set, value);
    }

    private static List<Entry> own(List<Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.name.equals(name)).toList();
    }

    private static Place place(String name, int version) {
        return Place.of(STORE, name, Integer.toString(version));
    }

    private Secret opened(Entry entry) {
        try {
            byte[] clear = cipher.decrypt(entry.value, place(entry.name, entry.version));
            return new Secret(entry.name, Integer.toString(entry.version), new String(clear, StandardCharsets.UTF_8));
        } catch (UnreadableBody e) {
            throw new SecretsUnavailable(
                    "the secret '%s' in %s cannot be decrypted: set it again, or restore the keys that belong to it"
                            .formatted(entry.name, file.path()),
                    e);
        }
    }

    private List<Entry> entries() {
        try {
            return file.read().map(this::parsed).orElse(List.of());
        } catch (CryptoFailure e) {
            throw new SecretsUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Entry> parsed(byte[] bytes) {
        try {
            Content content = Json.read(bytes, Content.class);
            if (content.format > FORMAT) {
                throw new SecretsUnavailable(file.path() + " was written by a newer ACSO: run the newer one", null);
            }
            return Objects.requireNonNull(content.secrets, "no list of secrets");
        } catch (JacksonException | NullPointerException e) {
            throw new SecretsUnavailable(file.path() + " is damaged: put the one of the last backup in its place", e);
        }
    }

    private synchronized List<Entry> change(UnaryOperator<List<Entry>> change) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = Objects.requireNonNull(channel.lock())) {
            List<Entry> before = entries();
            List<Entry> after = change.apply(before);
            if (after != before && held.isValid()) {
                file.replace(Json.bytes(new Content(FORMAT, after)));
            }
            return after;
        } catch (IOException | CryptoFailure e) {
            throw new SecretsUnavailable("%s cannot be changed (%s)".formatted(file.path(), e.getMessage()), e);
        }
    }
}
