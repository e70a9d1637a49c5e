package io.acso.assembly;

import io.acso.bench.EverydayTraffic;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Durability;
import io.acso.testsupport.CloudTrailRecords;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long from an event's arrival to its finding, to the incident, and to the containment proposed to a person,
 * while background traffic flows: the whole server, REST to fsync, against the stand-in account.
 * Arguments: background events a second (2000), seconds (60), probes a second (2).
 */
public final class MainJobBench {

    private static final String ACCOUNT = CloudTrailRecords.ACCOUNT;
    private static final int BATCHES_A_SECOND = 20;

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> found = new ConcurrentHashMap<>();
    private final Map<String, Long> opened = new ConcurrentHashMap<>();
    private final Map<String, Long> proposed = new ConcurrentHashMap<>();
    private final Map<String, String> probeOfFinding = new ConcurrentHashMap<>();
    private final Map<String, String> probeOfIncident = new ConcurrentHashMap<>();
    private final EverydayTraffic background = new EverydayTraffic();
    private final AtomicLong refused = new AtomicLong();

    public static void main(String[] args) throws Exception {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int probes = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        new MainJobBench().run(rate, seconds, probes);
        System.exit(0);
    }

    private void run(int rate, int seconds, int probes) throws Exception {
        Path directory = Files.createTempDirectory("acso-bench-");
        try (StandInAccount account = StandInAccount.start(AccountState.empty(ACCOUNT));
                ConfigurableApplicationContext server = start(directory, account.endpoint())) {
            listen(server.getBean(Durability.class));
            URI url = URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port"));
            Api api = new Api(
                    url, Files.readString(directory.resolve("data/token")).strip());
            load(api, account, rate, 10, probes);
            forget();
            long before = background.events();
            load(api, account, rate, seconds, probes);
            report(background.events() - before, seconds);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static ConfigurableApplicationContext start(Path directory, URI endpoint) {
        return AcsoServer.start(
                "--acso.data-directory=" + directory.resolve("data"),
                "--server.port=0",
                "--logging.console.enabled=false",
                "--acso.aws.accounts=" + ACCOUNT,
                "--acso.aws.endpoint=" + endpoint,
                "--acso.aws.loopback-only=true",
                "--acso.aws.credentials=static",
                "--acso.aws.keys.access-key-id=AKIAACSOLOOPBACKONLY",
                "--acso.aws.keys.secret-access-key=worth-nothing-anywhere");
    }

    private void listen(Durability durability) {
        durability.topic().subscribe(this::heard);
    }

    private void heard(Announcement said) {
        long now = System.nanoTime();
        switch (said.type()) {
            case "FindingRaised" -> {
                String probe = probe(Json.read(said.body(), Finding.class));
                probeOfFinding.put(said.subject(), probe);
                found.putIfAbsent(probe, now);
            }
            case "FindingJoined" -> {
                String finding = Json.tree(said.body()).path("findingId").asString("");
                String probe = probeOfFinding.getOrDefault(finding, "");
                probeOfIncident.putIfAbsent(said.subject(), probe);
                opened.putIfAbsent(probe, now);
            }
            case "ApprovalRequested" ->
                proposed.putIfAbsent(probeOfIncident.getOrDefault(said.correlationId(), ""), now);
            default -> {}
        }
    }

    private static String probe(Finding finding) {
        return finding.entities().stream()
                .map(entity -> entity.value())
                .filter(value -> value.contains(":user/probe-"))
                .map(value -> value.substring(value.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
    }

    private void load(Api api, StandInAccount account, int rate, int seconds, int probes) throws Exception {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        clock.scheduleAtFixedRate(
                () -> send(api, background.next(rate / BATCHES_A_SECOND)),
                0,
                1000 / BATCHES_A_SECOND,
                TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(() -> attack(api, account), 500, 1000 / probes, TimeUnit.MILLISECONDS);
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        clock.shutdown();
        clock.awaitTermination(30, TimeUnit.SECONDS);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (proposed.size() < sent.size() && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void forget() {
        sent.clear();
        found.clear();
        opened.clear();
        proposed.clear();
    }

    private void attack(Api api, StandInAccount account) {
        String probe = "probe-" + System.nanoTime();
        CloudTrailRecords.Caller caller = CloudTrailRecords.user(probe, "AKIA" + probe.substring(6), "203.0.113.9");
        CloudTrailRecords records = new CloudTrailRecords(Instant.now().minusSeconds(2));
        records.call(
                caller,
                "cloudtrail",
                "StopLogging",
                record -> record.putObject("requestParameters")
                        .put("name", "arn:aws:cloudtrail:us-east-1:" + ACCOUNT + ":trail/main"));
        records.ndjson()
                .lines()
                .forEach(line -> account.observe((tools.jackson.databind.node.ObjectNode) Json.tree(line)));
        sent.put(probe, System.nanoTime());
        send(api, records.ndjson());
    }

    private void send(Api api, String body) {
        HttpResponse<byte[]> response = api.stream("/events", BodyPublishers.ofString(body));
        if (response.statusCode() != 200) {
            refused.incrementAndGet();
        }
    }

    private void report(long events, int seconds) {
        System.out.printf(
                "background %d events in %d s (%d/s), %d requests refused%n",
                events, seconds, events / seconds, refused.get());
        System.out.printf(
                "%d probes, %d found, %d opened, %d proposed%n",
                sent.size(), found.size(), opened.size(), proposed.size());
        line("event to finding", found);
        line("event to incident", opened);
        line("event to containment proposed (2 s of settling included)", proposed);
    }

    private void line(String name, Map<String, Long> times) {
        long[] micros = sent.entrySet().stream()
                .filter(entry -> times.containsKey(entry.getKey()))
                .mapToLong(entry -> (times.get(entry.getKey()) - entry.getValue()) / 1000)
                .sorted()
                .toArray();
        if (micros.length > 0) {
            System.out.printf(
                    "%-58s p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms%n",
                    name,
                    micros[micros.length / 2] / 1000.0,
                    micros[(int) Math.ceil(micros.length * 0.99) - 1] / 1000.0,
                    micros[micros.length - 1] / 1000.0);
        }
    }
}
