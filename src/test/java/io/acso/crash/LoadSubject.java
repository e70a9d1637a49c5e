package io.acso.crash;

import io.acso.domain.incident.Incident;
import io.acso.testsupport.CloudTrailRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process to be killed while it handles many incidents at once: each line that it reads is the number of one. It says
 * what it has taken in for good and what it has committed. When there is nothing more to read, it ends with its work.
 */
final class LoadSubject {

    private static final Instant LONG_AGO = Instant.parse("2026-03-02T10:00:00Z");
    private static final int PAGE = 500;

    private LoadSubject() {}

    /** Takes the directory and the recorder's address. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Semaphore moved = new Semaphore(0);
        try (Platform platform = Platform.open(Path.of(arguments[0]))) {
            platform.durability().topic().subscribe(fact -> {
                print(fact.type() + "\t" + fact.subject() + "\t" + fact.body());
                moved.release();
            });
            sayWhatHasEnded(platform);
            platform.work(LoadContent.of(), Duration.ofMillis(50), CrashSubject.actuators(URI.create(arguments[1])));
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                platform.send(records(Integer.parseInt(line)));
                print("accepted\t" + line);
            }
            while (!ended(platform)) {
                moved.tryAcquire(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static void sayWhatHasEnded(Platform platform) {
        incidents(platform).filter(LoadSubject::over).forEach(one -> print("ended\t" + one.id()));
    }

    private static boolean ended(Platform platform) {
        return platform.idle() && incidents(platform).allMatch(LoadSubject::over);
    }

    static Stream<Incident> incidents(Platform platform) {
        return LoadOutcome.pages(cursor -> platform.casebook().incidents(PAGE, cursor));
    }

    static boolean over(Incident incident) {
        return !incident.isOpen() || incident.status() == Incident.Status.ON_HOLD;
    }

    static String user(int number) {
        return "thief-" + number;
    }

    /** Always the same for a number, so that a sender without an answer can send it again. */
    private static String records(int number) {
        var thief = CloudTrailRecords.user(
                user(number),
                "AKIAEXAMPLE%08d0".formatted(number),
                "203.0.%d.%d".formatted(number / 250, 1 + number % 250));
        CloudTrailRecords records = new CloudTrailRecords(LONG_AGO.plusSeconds(number * 60L));
        records.call(thief, "sts", "GetCallerIdentity");
        return (switch (number % 3) {
                    case 0 -> records.attachAdmin(thief, user(number));
                    case 1 -> records.createKey(thief, "made-by-" + number, "AKIAEXAMPLE%08d1".formatted(number));
                    default -> records.runInstances(thief, "us-east-1", "p3.16xlarge", "i-%017d".formatted(number));
                })
                .ndjson();
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
