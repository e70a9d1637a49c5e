package io.acso.platform.objects.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.ObjectStoreContract;
import io.acso.platform.objects.Sealing;
import io.acso.testsupport.Emulators;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract on an emulator that enforces Object Lock. */
class S3RetentionTest extends ObjectStoreContract {

    private static AwsClients clients;

    private final String bucket = "acso-" + UUID.randomUUID();

    @BeforeAll
    static void starts() {
        clients = new AwsClients(AwsSettings.loopback(Emulators.moto(), "123456789012"));
    }

    S3RetentionTest() {
        clients.build(S3Client.SERVICE_NAME, S3Client.builder().forcePathStyle(true))
                .createBucket(request -> request.bucket(bucket).objectLockEnabledForBucket(true));
    }

    @Override
    protected ObjectStore open(Sealing sealing) {
        return S3ObjectStore.open(new S3Settings(bucket, "objects/"), clients, clock, sealing);
    }

    @Test
    void s3_refuses_a_deletion_even_if_this_program_would_not() {
        Digest digest = objects.put("evidence".getBytes(UTF_8), clock.instant().plus(Duration.ofDays(2)));
        clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> objects.delete(digest))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(digest.hex().substring(2));
        assertThat(objects.has(digest)).isTrue();
    }
}
