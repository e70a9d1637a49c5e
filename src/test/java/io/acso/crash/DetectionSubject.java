package io.acso.crash;

import io.acso.platform.durability.Key;
import io.acso.platform.journal.Journal;
import io.acso.testsupport.CloudTrailRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process to be killed: takes a stream of events and looks for findings in it until all are placed. At every start
 * its source begins anew, as a source does that got no answer. Prints what it committed.
 */
final class DetectionSubject {

    private static final Instant LONG_AGO = Instant.parse("2026-03-02T10:00:00Z");
    private static final int BATCHES = 40;
    private static final int BATCH = 50;
    private static final int THIEVES = 6;

    private DetectionSubject() {}

    /** Takes the directory. */
    public static void main(String... arguments) throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        try (Platform platform = Platform.open(Path.of(arguments[0]))) {
            platform.durability().topic().subscribe(fact -> print(fact.type() + " " + fact.subject()));
            platform.work(Platform.crashContent(), Duration.ofHours(10), List.of());
            for (int batch = 0; batch < BATCHES; batch++) {
                platform.send(records(batch));
                print("sent " + batch);
            }
            while (!ended(platform)) {
                idle.await(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** The same at every start. About one call in ten is a finding, of one of several thieves. */
    private static String records(int batch) {
        Random random = new Random(batch);
        CloudTrailRecords records = new CloudTrailRecords(LONG_AGO.plusSeconds((long) batch * BATCH));
        for (int i = 0; i < BATCH; i++) {
            int who = random.nextInt(THIEVES);
            var caller = CloudTrailRecords.user("user-" + who, "AKIAEXAMPLE000USER0" + who, "203.0.113." + (50 + who));
            if (random.nextInt(10) == 0) {
                records.attachAdmin(caller, "user-" + who);
            } else {
                records.call(caller, "ec2", "DescribeInstances");
            }
        }
        return records.ndjson();
    }

    private static boolean ended(Platform platform) {
        return platform.journal().partitions().stream().allMatch(partition -> read(platform, partition))
                && platform.quiet();
    }

    private static boolean read(Platform platform, String partition) {
        String position = platform.durability()
                .records()
                .get(new Key("checkpoint#detection", partition))
                .map(item -> item.as(String.class))
                .orElse(Journal.BEGINNING);
        return platform.journal().read(partition, position, 1).events().isEmpty();
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
