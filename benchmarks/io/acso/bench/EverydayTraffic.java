package io.acso.bench;

import io.acso.testsupport.CloudTrailRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What an account does all day: calls of some 40 applications that no rule minds, never the same event twice. */
public final class EverydayTraffic {

    private final AtomicLong events = new AtomicLong();

    /** How many events it has given so far. */
    public long events() {
        return events.get();
    }

    /** The next ones, as CloudTrail writes them, a line each. */
    public String next(int count) {
        long number = events.getAndAdd(count);
        CloudTrailRecords records = new CloudTrailRecords(Instant.now().minus(Duration.ofMinutes(5)));
        for (int i = 0; i < count; i++) {
            long n = number + i;
            records.call(
                    CloudTrailRecords.session(
                            "app-" + n % 40, "i-" + n, "ASIABACKGROUND" + n % 1000, "10.0.3." + n % 200),
                    n % 3 == 0 ? "s3" : "ec2",
                    n % 3 == 0 ? "GetBucketLocation" : "DescribeInstances");
        }
        return records.ndjson();
    }
}
