package io.acso.crash;

import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.domain.incident.Incident;
import io.acso.testsupport.CloudTrailRecords;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process to be killed: handles one incident on a directory, begun or not, to its end. Prints a line for each fact
 * that it committed.
 */
final class CrashSubject {

    private static final Instant LONG_AGO = Instant.parse("2026-03-02T10:00:00Z");

    private CrashSubject() {}

    /** Takes the directory and the recorder's address. */
    public static void main(String... arguments) throws InterruptedException {
        URI recorder = URI.create(arguments[1]);
        Semaphore moved = new Semaphore(0);
        try (Platform platform = Platform.open(Path.of(arguments[0]))) {
            platform.durability().topic().subscribe(fact -> {
                print(fact.type() + "\t" + fact.body());
                moved.release();
            });
            platform.send(records());
            platform.work(Platform.crashContent(), Duration.ofMillis(50), actuators(recorder));
            while (!ended(platform)) {
                moved.tryAcquire(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** One for each repeat safety. */
    static List<Actuator> actuators(URI recorder) {
        return Stream.of(RepeatSafety.values())
                .<Actuator>map(safety -> new RecorderActuator(recorder, safety))
                .toList();
    }

    /** The same at every start: what is known already changes nothing. */
    static String records() {
        var thief = CloudTrailRecords.user("build-deployer", "AKIAEXAMPLE0BUILD001", "203.0.113.77");
        return new CloudTrailRecords(LONG_AGO)
                .call(thief, "sts", "GetCallerIdentity")
                .attachAdmin(thief, "build-deployer")
                .ndjson();
    }

    static boolean ended(Platform platform) {
        List<Incident> incidents = platform.casebook().incidents(10, null).items();
        return !incidents.isEmpty()
                && incidents.stream().allMatch(one -> !one.isOpen() || one.status() == Incident.Status.ON_HOLD)
                && platform.idle();
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
