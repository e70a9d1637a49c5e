package io.acso.platform.objects.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.objects.Sealing;
import io.acso.testsupport.Emulators;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Retention on another emulator, which enforces it: what the store put, nobody else can delete either. */
class S3RetentionTest {

    private final AwsClients clients = new AwsClients(AwsSettings.loopback(Emulators.moto(), "123456789012"));
    private final S3Client s3 =
            clients.build(S3Client.SERVICE_NAME, S3Client.builder().forcePathStyle(true));
    private final String bucket = "acso-" + UUID.randomUUID();

    @Test
    void whoever_deletes_what_was_put_with_retention_is_refused() {
        s3.createBucket(request -> request.bucket(bucket).objectLockEnabledForBucket(true));
        S3ObjectStore objects =
                S3ObjectStore.open(new S3Settings(bucket, ""), clients, InstantSource.system(), Sealing.NONE);
        Digest free = objects.put("free".getBytes(UTF_8));
        Digest kept = objects.put("kept".getBytes(UTF_8), Instant.now().plus(Duration.ofDays(1)));
        delete(free);
        assertThat(objects.has(free)).isFalse();
        assertThatThrownBy(() -> delete(kept)).isInstanceOf(S3Exception.class);
        assertThat(objects.get(kept)).hasValue("kept".getBytes(UTF_8));
    }

    private void delete(Digest digest) {
        String key = digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
        String version =
                s3.headObject(request -> request.bucket(bucket).key(key)).versionId();
        s3.deleteObject(request -> request.bucket(bucket).key(key).versionId(version));
    }
}
