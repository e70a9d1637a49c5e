package io.acso.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Durability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * How the console feels: what it loads, when it paints and answers, a long list, and a storm of live updates.
 * Arguments: incidents in the list (10000), live updates a second (500).
 */
public final class ConsoleBench {

    private static final int VISITS = 5;
    private static final int STORM_SECONDS = 10;
    private static final int BURSTS_A_SECOND = 10;

    /** What the browser itself measured since the page was asked for; transferred bytes as they came over the wire. */
    private static final String MEASURED = """
            async () => {
              const shown = performance.now();
              const shift = await new Promise(told => {
                new PerformanceObserver(list => told(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
                  .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => told(0), 500);
              });
              const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
              const files = performance.getEntriesByType('resource').filter(e => e.name.includes('/assets/'));
              return JSON.stringify({
                paint, shown, shift,
                files: files.length,
                wire: files.reduce((sum, e) => sum + e.encodedBodySize, 0),
                plain: files.reduce((sum, e) => sum + e.decodedBodySize, 0),
              });
            }
            """;

    /** Notes how long each frame takes, and scrolls by so many pixels in each. */
    private static final String FRAMES = """
            async ([pixels, millis]) => {
              const times = [];
              let scroller = document.scrollingElement;
              for (const e of document.querySelectorAll('main *')) {
                if (e.scrollHeight > e.clientHeight + 200 && getComputedStyle(e).overflowY !== 'visible') scroller = e;
              }
              const begin = performance.now();
              let last = begin;
              while (last - begin < millis) {
                scroller.scrollTop += pixels;
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                times.push(now - last);
                last = now;
              }
              times.sort((a, b) => a - b);
              const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))];
              return JSON.stringify({ frames: times.length, p50: at(0.5), p99: at(0.99), longest: at(1) });
            }
            """;

    private final Stage stage;
    private final ManyIncidents incidents;

    private ConsoleBench(Stage stage) {
        this.stage = stage;
        this.incidents = new ManyIncidents(stage.platform().part(Durability.class));
    }

    public static void main(String[] args) throws Exception {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int updates = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        try (Stage stage = Stage.shared()) {
            ConsoleBench bench = new ConsoleBench(stage);
            bench.visits();
            bench.list(many);
            bench.storm(updates);
        } finally {
            Theatre.end();
        }
    }

    private void visits() {
        List<JsonNode> cold = new ArrayList<>();
        List<JsonNode> warm = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            try (Visitor visitor = stage.signedIn(Screen.DESK)) {
                cold.add(visit(visitor));
                warm.add(visit(visitor));
            }
        }
        JsonNode first = cold.getFirst();
        System.out.printf(
                "loaded for the overview: %d files, %.0f kB over the wire, %.0f kB unpacked%n",
                first.path("files").asInt(),
                first.path("wire").asDouble() / 1000,
                first.path("plain").asDouble() / 1000);
        visited("first visit", cold);
        visited("later visit", warm);
    }

    private static JsonNode visit(Visitor visitor) {
        Page page = visitor.open("/overview");
        return Json.tree((String) page.evaluate(MEASURED));
    }

    private static void visited(String name, List<JsonNode> visits) {
        System.out.printf(
                "%-12s first paint %6.0f ms   data shown and keys answered %6.0f ms   layout shift %.3f   (medians of %d)%n",
                name, median(visits, "paint"), median(visits, "shown"), median(visits, "shift"), visits.size());
    }

    private static double median(List<JsonNode> visits, String what) {
        return visits.stream()
                .mapToDouble(visit -> visit.path(what).asDouble())
                .sorted()
                .skip(visits.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void list(int many) {
        incidents.add(many);
        try (Visitor visitor = stage.signedIn(Screen.DESK)) {
            Page page = visitor.open("/incidents");
            System.out.printf(
                    "%d incidents: rows shown after %.0f ms%n",
                    many, ((Number) page.evaluate("() => performance.now()")).doubleValue());
            frames("scrolling through them", page, 400);
            Object nodes = page.evaluate("() => document.querySelectorAll('*').length");
            System.out.println("elements in the page after that: " + nodes);
        }
    }

    private void storm(int updates) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        int burst = updates / BURSTS_A_SECOND;
        try (Visitor visitor = stage.signedIn(Screen.DESK)) {
            visitor.page().onWebSocket(socket -> count(socket, received));
            Page page = visitor.open("/incidents");
            clock.scheduleAtFixedRate(
                    () -> incidents.announce(burst, sent.getAndAdd(burst)),
                    0,
                    1000 / BURSTS_A_SECOND,
                    TimeUnit.MILLISECONDS);
            frames(updates + " live updates a second", page, 0);
            clock.shutdown();
            System.out.printf("sent %d updates; the browser received %d frames%n", sent.get(), received.get());
        }
    }

    private static void count(WebSocket socket, AtomicInteger received) {
        socket.onFrameReceived(frame -> received.incrementAndGet());
    }

    private static void frames(String name, Page page, int pixels) {
        JsonNode frames =
                Json.tree((String) page.evaluate(FRAMES, List.of(pixels, TimeUnit.SECONDS.toMillis(STORM_SECONDS))));
        System.out.printf(
                "%-28s %.0f frames/s   frame p50 %.0f ms   p99 %.0f ms   longest %.0f ms%n",
                name,
                frames.path("frames").asDouble() / STORM_SECONDS,
                frames.path("p50").asDouble(),
                frames.path("p99").asDouble(),
                frames.path("longest").asDouble());
    }
}
