package io.acso.platform.objects.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.objects.ObjectDamaged;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.ObjectStoreContract;
import io.acso.platform.objects.Sealing;
import io.acso.testsupport.Emulators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * The contract on an emulator that does not enforce Object Lock and overlooks it in a put: {@link Completing} does what
 * S3 does there, and the requests are looked at too. {@link S3RetentionTest} runs it where the lock is enforced.
 */
class S3ObjectStoreTest extends ObjectStoreContract {

    private static final byte[] CONTENT = "evidence".getBytes(UTF_8);

    private static AwsClients clients;
    private static S3Client admin;

    private final String bucket = "acso-" + UUID.randomUUID();
    private final List<SdkRequest> requests = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void starts() {
        clients = new AwsClients(AwsSettings.loopback(Emulators.s3(), "111122223333"));
        admin = clients.build(S3Client.SERVICE_NAME, S3Client.builder().forcePathStyle(true));
    }

    S3ObjectStoreTest() {
        admin.createBucket(request -> request.bucket(bucket).objectLockEnabledForBucket(true));
        // As S3 does by itself for a bucket with Object Lock.
        admin.putBucketVersioning(request -> request.bucket(bucket)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    @Override
    protected ObjectStore open(Sealing sealing) {
        return new S3ObjectStore(new S3Bucket(client(new Completing()), bucket), "objects/", clock, sealing);
    }

    @Test
    void retention_is_asked_for_in_compliance_mode_with_the_checksum() {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        Digest digest = recorded().put(CONTENT, until);
        assertThat(only(PutObjectRequest.class)).singleElement().satisfies(put -> {
            assertThat(put.key())
                    .isEqualTo("objects/" + digest.hex().substring(0, 2) + "/"
                            + digest.hex().substring(2));
            assertThat(put.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
            assertThat(put.objectLockRetainUntilDate()).isEqualTo(until);
            assertThat(put.objectLockLegalHoldStatus()).isNull();
            assertThat(put.checksumSHA256()).isNotNull();
            assertThat(put.ifNoneMatch()).isEqualTo("*");
        });
        recorded().put(CONTENT, until.plusSeconds(60));
        assertThat(only(PutObjectRetentionRequest.class)).singleElement().satisfies(retain -> {
            assertThat(retain.retention().mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
            assertThat(retain.retention().retainUntilDate()).isEqualTo(until.plusSeconds(60));
            assertThat(retain.bypassGovernanceRetention()).isNull();
        });
        assertThat(only(PutObjectRequest.class)).hasSize(1);
    }

    @Test
    void a_large_object_goes_in_parts() {
        byte[] content = new byte[2 * S3Bucket.PART_BYTES + 1];
        new Random(3).nextBytes(content);
        Instant until = clock.instant().plus(Duration.ofDays(30));
        Digest digest = recorded().put(content, until);
        assertThat(only(CreateMultipartUploadRequest.class)).singleElement().satisfies(begin -> {
            assertThat(begin.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
            assertThat(begin.objectLockRetainUntilDate()).isEqualTo(until);
        });
        assertThat(only(UploadPartRequest.class))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.checksumSHA256()).isNotNull());
        assertThat(only(CompleteMultipartUploadRequest.class))
                .singleElement()
                .extracting(CompleteMultipartUploadRequest::ifNoneMatch)
                .isEqualTo("*");
        assertThat(objects.get(digest)).hasValue(content);
    }

    @Test
    void what_is_past_its_retention_is_deleted_with_every_version() {
        Digest digest = objects.put(CONTENT, clock.instant().plus(Duration.ofDays(1)));
        objects.reseal(digest, byte[]::clone);
        clock.advance(Duration.ofDays(1));
        assertThat(recorded().delete(digest)).isEqualTo(new ObjectStore.Deletion.Deleted());
        assertThat(only(DeleteObjectRequest.class))
                .isNotEmpty()
                .allSatisfy(delete -> assertThat(delete.versionId()).isNotNull())
                .noneMatch(delete -> Boolean.TRUE.equals(delete.bypassGovernanceRetention()));
        assertThat(objects.get(digest)).isEmpty();
        assertThat(admin.listObjectVersions(request -> request.bucket(bucket)).versions())
                .isEmpty();
    }

    @Test
    void a_changed_object_is_not_handed_out_and_can_be_put_again() {
        Digest digest = objects.put(CONTENT);
        String key =
                "objects/" + digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
        admin.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString("evidencE"));
        assertThatThrownBy(() -> objects.get(digest))
                .isInstanceOf(ObjectDamaged.class)
                .hasMessageContaining(key);
        objects.put(CONTENT);
        assertThat(objects.get(digest)).hasValue(CONTENT);
    }

    @Test
    void other_keys_of_the_bucket_are_not_touched() {
        admin.putObject(request -> request.bucket(bucket).key("objects/notes.txt"), RequestBody.fromString("mine"));
        Digest digest = objects.put(CONTENT);
        assertThat(objects.list(null, 10)).containsExactly(digest);
    }

    @Test
    void a_bucket_that_cannot_retain_is_refused() {
        String open = "acso-" + UUID.randomUUID();
        admin.createBucket(request -> request.bucket(open));
        assertThatThrownBy(() -> S3ObjectStore.open(new S3Settings(open, ""), clients, clock, Sealing.NONE))
                .isInstanceOf(AwsNotConfigured.class)
                .hasMessageContaining(open)
                .hasMessageContaining("Object Lock");
        assertThatThrownBy(() -> S3ObjectStore.open(new S3Settings(null, ""), clients, clock, Sealing.NONE))
                .isInstanceOf(AwsNotConfigured.class)
                .hasMessageContaining("acso.objects.aws.bucket");
    }

    /** The store with a client that notes what it is asked. */
    private ObjectStore recorded() {
        return new S3ObjectStore(
                new S3Bucket(client(new Completing(), new Noting()), bucket), "objects/", clock, Sealing.NONE);
    }

    private static S3Client client(ExecutionInterceptor... interceptors) {
        return S3Client.builder()
                .endpointOverride(Emulators.s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(clients.credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(all -> Stream.of(interceptors).forEach(all::addExecutionInterceptor))
                .build();
    }

    private final class Noting implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            requests.add(context.request());
        }
    }

    private static final class Completing implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof PutObjectRequest put && put.objectLockMode() != null) {
                admin.putObjectRetention(request -> request.bucket(put.bucket())
                        .key(put.key())
                        .versionId(((PutObjectResponse) context.response()).versionId())
                        .retention(retention -> retention
                                .mode(put.objectLockMode().toString())
                                .retainUntilDate(put.objectLockRetainUntilDate())));
            }
        }
    }

    private <T> List<T> only(Class<T> kind) {
        return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
