package io.acso.testsupport;

import io.acso.domain.event.Entity;
import io.acso.domain.event.EntityLink;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Events for tests of storage: shaped like CloudTrail records, told apart by a number. */
public final class SampleEvents {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String ACCOUNT = "aws:111122223333";

    private SampleEvents() {}

    /** Number {@code n}, which happened and arrived {@code n} milliseconds after {@link #NOON}. */
    public static Event event(int n) {
        return event(n, NOON.plusMillis(n), NOON.plusMillis(n));
    }

    public static Event event(int n, Instant time, Instant arrived) {
        Entity user = Entity.actor(Entity.Type.PRINCIPAL, ACCOUNT, "arn:aws:iam::111122223333:user/user-" + n % 97);
        Entity key = Entity.actor(Entity.Type.ACCESS_KEY, ACCOUNT, "AKIAEXAMPLE" + n % 97);
        Entity bucket = Entity.target(Entity.Type.RESOURCE, ACCOUNT, "s3/bucket-" + n % 1009);
        return new Event(
                Event.idOf("sample", Integer.toString(n)),
                "cloudtrail",
                LogSource.of(null, "aws", "cloudtrail"),
                "aws:111122223333:cloudtrail",
                time,
                arrived,
                raw(n),
                ocsf(n, time),
                List.of(user, key, bucket),
                List.of(new EntityLink(user, key, "created-key")));
    }

    public static List<Event> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(SampleEvents::event).toList();
    }

    /** About 1.3 KB, as CloudTrail records are. */
    private static String raw(int n) {
        return """
                {"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE%1$d","arn":"arn:aws:iam::111122223333:user/user-%1$d","accountId":"111122223333","accessKeyId":"AKIAEXAMPLE%1$d","userName":"user-%1$d","sessionContext":{"attributes":{"creationDate":"2026-03-01T11:04:11Z","mfaAuthenticated":"false"}}},"eventTime":"2026-03-01T12:00:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.%2$d","userAgent":"[aws-cli/2.15.30 Python/3.11.8 Linux/5.10.0 exe/x86_64.amzn.2 prompt/off command/s3.cp]","requestParameters":{"bucketName":"bucket-%3$d","key":"data/part-%4$d.csv","Host":"bucket-%3$d.s3.eu-central-1.amazonaws.com"},"responseElements":null,"additionalEventData":{"SignatureVersion":"SigV4","CipherSuite":"ECDHE-RSA-AES128-GCM-SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"%5$x","bytesTransferredOut":%6$d},"requestID":"%7$016X","eventID":"%8$016x","readOnly":true,"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::bucket-%3$d/data/part-%4$d.csv"}],"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Data"}""".formatted(
                        n % 97,
                        n % 251,
                        n % 1009,
                        n,
                        n * 0x9E3779B97F4A7C15L,
                        n * 31L % 1_000_000,
                        n * 0xC2B2AE3D27D4EB4FL,
                        n * 0x165667B19E3779F9L);
    }

    private static String ocsf(int n, Instant time) {
        return """
                {"class_uid":%d,"severity_id":1,"time":%d,"api":{"operation":"GetObject","service":{"name":"s3.amazonaws.com"}},"actor":{"user":{"uid":"arn:aws:iam::111122223333:user/user-%d"}}}""".formatted(n % 10 == 0 ? 3002 : 6003, time.toEpochMilli(), n % 97);
    }
}
