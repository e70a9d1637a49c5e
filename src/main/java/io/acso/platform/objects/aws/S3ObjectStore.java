package io.acso.platform.objects.aws;

import io.acso.domain.kernel.Digest;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Objects in an S3 bucket under keys {@code ab/cdef…} of their SHA-256. Retention is Object Lock in compliance
 * mode, which S3 holds against everybody, this program and the account's owner included.
 */
public final class S3ObjectStore implements ObjectStore {

    private static final int FOLDER_DIGITS = 2;
    private static final int PAGE = 1_000;
    private static final int TRIES = 3;

    /** What sealing may add. */
    private static final int SEALING_BYTES = 1024 * 1024;

    private static final Pattern KEY = Pattern.compile("([0-9a-f]{2})/([0-9a-f]{62})");

    private final S3Bucket bucket;
    private final String prefix;
    private final InstantSource clock;
    private final Sealing sealing;

    /** What is asked of S3. */
    private interface Call<T> {
        T run() throws IOException;
    }

    S3ObjectStore(S3Bucket bucket, String prefix, InstantSource clock, Sealing sealing) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.clock = clock;
        this.sealing = sealing;
    }

    /**
     * Opens the store after a look whether the bucket has Object Lock.
     *
     * @param clock by which retention that has ended is told, before S3 decides by its own
     * @throws AwsNotConfigured when no bucket is named, or it cannot retain
     */
    public static S3ObjectStore open(S3Settings settings, AwsClients clients, InstantSource clock, Sealing sealing) {
        String bucket = settings.bucket();
        if (bucket == null || bucket.isBlank()) {
            throw new AwsNotConfigured(
                    "objects are to be kept in S3 but no bucket is named: set acso.objects.aws.bucket");
        }
        S3Client s3 = clients.build(
                S3Client.SERVICE_NAME,
                S3Client.builder().forcePathStyle(clients.settings().loopbackOnly()));
        requireLock(s3, bucket);
        return new S3ObjectStore(new S3Bucket(s3, bucket), settings.prefix(), clock, sealing);
    }

    private static void requireLock(S3Client s3, String bucket) {
        try {
            var lock = s3.getObjectLockConfiguration(request -> request.bucket(bucket))
                    .objectLockConfiguration();
            if (lock != null && "Enabled".equals(lock.objectLockEnabledAsString())) {
                return;
            }
        } catch (SdkException e) {
            throw new AwsNotConfigured("the bucket " + bucket + " of acso.objects.aws.bucket cannot be used ("
                    + e.getMessage() + "): make it with Object Lock, and allow s3:GetBucketObjectLockConfiguration");
        }
        throw new AwsNotConfigured(
                "the bucket " + bucket + " of acso.objects.aws.bucket has no Object Lock, so evidence could be deleted"
                        + " there: enable it, or name another bucket");
    }

    @Override
    public Digest put(byte[] content) {
        return keep(content, null);
    }

    @Override
    public Digest put(byte[] content, Instant keepUntil) {
        Instant second = keepUntil.truncatedTo(ChronoUnit.SECONDS);
        return keep(content, second.equals(keepUntil) ? second : second.plusSeconds(1));
    }

    private Digest keep(byte[] content, @Nullable Instant keepUntil) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException("an object of %d bytes is larger than the %d that are taken: split it"
                    .formatted(content.length, MOST_BYTES));
        }
        Digest digest = Digest.of(content);
        @Nullable Instant until = lasting(keepUntil);
        return asked("write", digest, () -> {
            for (int i = 0; i < TRIES; i++) {
                if (settled(digest, content, until)) {
                    return digest;
                }
            }
            throw new IOException("others write it all the time");
        });
    }

    /** False when someone else wrote meanwhile and it has to be looked at again. */
    private boolean settled(Digest digest, byte[] content, @Nullable Instant until) throws IOException {
        String key = key(digest);
        Optional<S3Bucket.Version> present = bucket.read(key, MOST_BYTES + SEALING_BYTES);
        if (present.isEmpty()) {
            return bucket.create(key, sealing.seal(digest, content), until);
        }
        S3Bucket.Version version = present.get();
        if (!isWhole(digest, version)) {
            // What is there but damaged is replaced.
            bucket.replace(key, sealing.seal(digest, content), until);
        } else if (until != null && endsBefore(until, key, version)) {
            bucket.retain(key, version.id(), until);
        }
        return true;
    }

    private boolean endsBefore(Instant until, String key, S3Bucket.Version version) {
        @Nullable Instant present = bucket.retention(key, version.id());
        return present == null || present.isBefore(until);
    }

    private boolean isWhole(Digest digest, S3Bucket.Version version) {
        try {
            return Digest.of(sealing.open(digest, version.body())).equals(digest);
        } catch (ObjectDamaged e) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> get(Digest digest) {
        return asked("read", digest, () -> {
            Optional<S3Bucket.Version> version = bucket.read(key(digest), MOST_BYTES + SEALING_BYTES);
            return version.map(found -> opened(digest, found.body()));
        });
    }

    private byte[] opened(Digest digest, byte[] stored) {
        byte[] content = sealing.open(digest, stored);
        if (!Digest.of(content).equals(digest)) {
            throw new ObjectDamaged(
                    "%s no longer has the hash it is named by: an earlier version of it may have, and the bucket's access log who changed it"
                            .formatted(bucket.address(key(digest))));
        }
        return content;
    }

    @Override
    public boolean has(Digest digest) {
        return asked("find", digest, () -> bucket.head(key(digest)).isPresent());
    }

    @Override
    public Optional<StoredObject> describe(Digest digest) {
        String key = key(digest);
        return asked(
                "describe",
                digest,
                () -> bucket.head(key)
                        .map(head -> new StoredObject(
                                digest,
                                head.contentLength(),
                                head.lastModified(),
                                bucket.retention(key, head.versionId()))));
    }

    /** Versions are gone through one by one: a deletion without a version would only hide the object. */
    @Override
    public Deletion delete(Digest digest) {
        return asked("delete", digest, () -> {
            String key = key(digest);
            S3Bucket.Versions versions = bucket.versions(key);
            Optional<Instant> until = versions.bodies().stream()
                    .flatMap(version -> Stream.ofNullable(bucket.retention(key, version)))
                    .max(Comparator.naturalOrder());
            if (until.isPresent() && until.get().isAfter(clock.instant())) {
                return new Deletion.Retained(until.get());
            }
            versions.bodies().forEach(version -> bucket.delete(key, version));
            versions.marks().forEach(version -> bucket.delete(key, version));
            return versions.bodies().isEmpty() ? new Deletion.NotThere() : new Deletion.Deleted();
        });
    }

    @Override
    public List<Digest> list(@Nullable Digest after, int max) {
        List<Digest> all = new ArrayList<>();
        @Nullable String last = after == null ? null : key(after);
        try {
            while (all.size() < max) {
                List<String> keys = bucket.keys(prefix, last, Math.min(PAGE, max - all.size()));
                if (keys.isEmpty()) {
                    break;
                }
                keys.forEach(key -> digest(key).ifPresent(all::add));
                last = keys.getLast();
            }
            return all;
        } catch (SdkException e) {
            throw failure("cannot list objects in " + bucket.address(prefix), e);
        }
    }

    /** A version that is retained stays beside the new one, until its time. */
    @Override
    public void reseal(Digest digest, UnaryOperator<byte[]> change) {
        asked("write", digest, () -> {
            String key = key(digest);
            Optional<S3Bucket.Version> version = bucket.read(key, MOST_BYTES + SEALING_BYTES);
            version.ifPresent(found -> {
                byte[] changed = change.apply(found.body());
                if (changed != found.body()) {
                    opened(digest, changed);
                    bucket.replace(key, changed, lasting(bucket.retention(key, found.id())));
                }
            });
            return version;
        });
    }

    /** S3 refuses a retention that has ended already. */
    private @Nullable Instant lasting(@Nullable Instant keepUntil) {
        return keepUntil != null && keepUntil.isAfter(clock.instant()) ? keepUntil : null;
    }

    private String key(Digest digest) {
        // Through the bytes: whatever was handed in, the key holds hex digits only.
        String hex = HexFormat.of().formatHex(digest.bytes());
        return prefix + hex.substring(0, FOLDER_DIGITS) + "/" + hex.substring(FOLDER_DIGITS);
    }

    private Optional<Digest> digest(String key) {
        var parts = KEY.matcher(key.substring(prefix.length()));
        return parts.matches() ? Optional.of(new Digest(parts.group(1) + parts.group(2))) : Optional.empty();
    }

    private <T> T asked(String what, Digest digest, Call<T> call) {
        try {
            return call.run();
        } catch (SdkException | IOException e) {
            throw failure("cannot " + what + " object " + bucket.address(key(digest)), e);
        }
    }

    private static UncheckedIOException failure(String what, Exception e) {
        return new UncheckedIOException(
                "%s (%s): see that the bucket is there and allowed".formatted(what, e.getMessage()),
                new IOException(e));
    }
}
