package io.acso.platform.objects.aws;

import io.acso.domain.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The calls to one bucket. Each body goes with its SHA-256, which S3 checks before it acknowledges. */
final class S3Bucket {

    /** Larger bodies go in parts of this size. */
    static final int PART_BYTES = 8 * 1024 * 1024;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    /** The present version of an object. */
    record Version(byte[] body, @Nullable String id) {}

    S3Bucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    String address(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /** @throws IOException when it is larger than {@code most} */
    Optional<Version> read(String key, long most) throws IOException {
        try (ResponseInputStream<GetObjectResponse> body =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            GetObjectResponse head = body.response();
            if (head.contentLength() > most) {
                body.abort();
                throw new IOException(head.contentLength() + " bytes are more than any object has");
            }
            return Optional.of(new Version(body.readAllBytes(), head.versionId()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(s3.headObject(request -> request.bucket(bucket).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Until when a version is retained; null when it is not.
     *
     * @param version null for the present one
     */
    @Nullable
    Instant retention(String key, @Nullable String version) {
        try {
            return s3.getObjectRetention(
                            request -> request.bucket(bucket).key(key).versionId(version))
                    .retention()
                    .retainUntilDate();
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Writes the first version; false when someone else did meanwhile. */
    boolean create(String key, byte[] body, @Nullable Instant keepUntil) {
        try {
            write(key, body, keepUntil, "*");
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    /** Writes another version over what is there. */
    void replace(String key, byte[] body, @Nullable Instant keepUntil) {
        write(key, body, keepUntil, null);
    }

    private void write(String key, byte[] body, @Nullable Instant keepUntil, @Nullable String ifNoneMatch) {
        if (body.length > PART_BYTES) {
            writeInParts(key, body, keepUntil, ifNoneMatch);
            return;
        }
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .ifNoneMatch(ifNoneMatch)
                // Named beside the value, since S3 takes no retention without it.
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .checksumSHA256(sha256(body, 0, body.length));
        if (keepUntil != null) {
            request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(keepUntil);
        }
        s3.putObject(request.build(), part(body, 0, body.length));
    }

    private void writeInParts(String key, byte[] body, @Nullable Instant keepUntil, @Nullable String ifNoneMatch) {
        CreateMultipartUploadRequest.Builder begin = CreateMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(key)
                .checksumAlgorithm(ChecksumAlgorithm.SHA256);
        if (keepUntil != null) {
            begin.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(keepUntil);
        }
        String upload = s3.createMultipartUpload(begin.build()).uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (int from = 0; from < body.length; from += PART_BYTES) {
                parts.add(upload(key, upload, parts.size() + 1, body, from));
            }
            s3.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .ifNoneMatch(ifNoneMatch)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (RuntimeException e) {
            abandon(key, upload, e);
            throw e;
        }
    }

    private CompletedPart upload(String key, String upload, int number, byte[] body, int from) {
        int length = Math.min(PART_BYTES, body.length - from);
        String hash = sha256(body, from, length);
        String tag = s3.uploadPart(
                        request -> request.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .checksumSHA256(hash),
                        part(body, from, length))
                .eTag();
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(tag)
                .checksumSHA256(hash)
                .build();
    }

    private void abandon(String key, String upload, RuntimeException why) {
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (S3Exception e) {
            why.addSuppressed(e);
        }
    }

    /** Extends what holds a version; S3 refuses to shorten it. */
    void retain(String key, @Nullable String version, Instant keepUntil) {
        s3.putObjectRetention(request -> request.bucket(bucket)
                .key(key)
                .versionId(version)
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .retention(retention ->
                        retention.mode(ObjectLockRetentionMode.COMPLIANCE).retainUntilDate(keepUntil)));
    }

    /** Every version of an object, and every mark that it was deleted. */
    Versions versions(String key) {
        List<String> bodies = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        s3.listObjectVersionsPaginator(request -> request.bucket(bucket).prefix(key)).stream()
                .forEach(page -> {
                    page.versions().stream()
                            .filter(version -> version.key().equals(key))
                            .forEach(version -> bodies.add(version.versionId()));
                    page.deleteMarkers().stream()
                            .filter(mark -> mark.key().equals(key))
                            .forEach(mark -> marks.add(mark.versionId()));
                });
        return new Versions(bodies, marks);
    }

    /** Ids of versions. */
    record Versions(List<String> bodies, List<String> marks) {}

    void delete(String key, String version) {
        s3.deleteObject(request -> request.bucket(bucket).key(key).versionId(version));
    }

    /** Keys in their order, at most 1,000. */
    List<String> keys(String prefix, @Nullable String after, int max) {
        return s3
                .listObjectsV2(request ->
                        request.bucket(bucket).prefix(prefix).startAfter(after).maxKeys(max))
                .contents()
                .stream()
                .map(object -> object.key())
                .toList();
    }

    private static RequestBody part(byte[] body, int from, int length) {
        return RequestBody.fromInputStream(new ByteArrayInputStream(body, from, length), length);
    }

    private static String sha256(byte[] body, int from, int length) {
        return Base64.getEncoder()
                .encodeToString(
                        Digest.of(Arrays.copyOfRange(body, from, from + length)).bytes());
    }
}
