package io.acso.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.acso.edge.client.Api;
import io.acso.platform.durability.Durability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * How the console feels, server and browser on one machine: what it loads, when it paints and can be used, a long list,
 * and a storm of live updates. Prints a table.
 * Arguments: incidents in the list (10000), live updates a second (500).
 */
public final class ConsoleBench {

    private static final int VISITS = 5;
    private static final long SECONDS = 10;
    private static final int BURSTS_A_SECOND = 10;
    private static final int PIXELS_A_FRAME = 400;
    private static final int COMPARED = 10;

    private static final String LINE =
            "<div style='height: 44px'>High P2 Access Key Created for Another User, New, nobody, 2 days ago</div>";

    /** The incidents that the first rows lead to. */
    private static final String ROWS = "count => [...document.querySelectorAll('[role=row][data-index] a')]"
            + ".slice(0, count).map(a => a.getAttribute('href').split('/').pop()).join(' ')";

    private final Stage stage;
    private final ManyIncidents incidents;

    private ConsoleBench(Stage stage) {
        this.stage = stage;
        this.incidents = new ManyIncidents(stage.platform().part(Durability.class));
    }

    public static void main(String[] args) {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int updates = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        try (Stage stage = Stage.shared()) {
            ConsoleBench bench = new ConsoleBench(stage);
            System.out.println("| | |\n|---|---|");
            bench.visits();
            bench.list(many);
            bench.storm(updates);
        } finally {
            Theatre.end();
        }
    }

    private static void row(String what, String figures, Object... values) {
        System.out.println("| " + what + " | " + figures.formatted(values) + " |");
    }

    /** Cold is a browser that has nothing kept of the console; warm is the same browser, coming again. */
    private void visits() {
        List<Loading> cold = new ArrayList<>();
        List<Loading> warm = new ArrayList<>();
        for (int i = 0; i <= VISITS; i++) {
            try (Visitor visitor = watched()) {
                Loading first = Loading.of(visitor, "/overview");
                Loading again = Loading.of(visitor, "/overview");
                // The first of all warms the server.
                if (i > 0) {
                    cold.add(first);
                    warm.add(again);
                }
            }
        }
        Loading any = cold.getFirst();
        row(
                "loaded for the overview",
                "%d files: %.0f kB plain, %.0f kB gzip, %.0f kB brotli",
                any.files().stream().distinct().count(),
                any.kilobytes(""),
                any.kilobytes(".gz"),
                any.kilobytes(".br"));
        both("first paint", cold, warm, Loading::paint);
        both("data shown", cold, warm, Loading::shown);
        both("interactive", cold, warm, Loading::interactive);
        row(
                "layout shift",
                "%.3f cold, %.3f warm",
                Loading.median(cold, Loading::shift),
                Loading.median(warm, Loading::shift));
    }

    private static void both(String what, List<Loading> cold, List<Loading> warm, ToDoubleFunction<Loading> which) {
        row(
                what + ", median of " + VISITS,
                "%.0f ms cold, %.0f ms warm",
                Loading.median(cold, which),
                Loading.median(warm, which));
    }

    private void list(int many) {
        incidents.add(many);
        try (Visitor visitor = watched()) {
            List<Loading> visits = new ArrayList<>();
            for (int i = 0; i < VISITS; i++) {
                visits.add(Loading.of(visitor, "/incidents"));
            }
            Page page = visitor.page();
            row("%,d incidents: first row".formatted(many), "%.0f ms", Loading.median(visits, Loading::row));
            row("scrolling down them, %d s".formatted(SECONDS), "%s", frames(page, PIXELS_A_FRAME));
            row(
                    "then",
                    "at row %s; %s elements in the page",
                    page.evaluate(
                            "() => Math.max(...[...document.querySelectorAll('[role=row]')].map(e => e.ariaRowIndex))"),
                    page.evaluate("() => document.querySelectorAll('*').length"));
            // What the browser itself takes on this machine to draw what comes into sight.
            page.navigate("about:blank");
            page.setContent(LINE.repeat(many));
            row("as many lines of bare text, without any script", "%s", frames(page, PIXELS_A_FRAME));
        }
    }

    private void storm(int updates) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        int burst = updates / BURSTS_A_SECOND;
        try (Visitor visitor = watched()) {
            visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> received.incrementAndGet()));
            Page page = visitor.open("/incidents");
            page.waitForSelector("[role=status][data-state=live]");
            double before = heapMegabytes(visitor);
            clock.scheduleAtFixedRate(
                    () -> incidents.announce(burst, sent.getAndAdd(burst)),
                    0,
                    TimeUnit.SECONDS.toMillis(1) / BURSTS_A_SECOND,
                    TimeUnit.MILLISECONDS);
            Frames frames = frames(page, 0);
            // In the midst of it somebody changes something real.
            double seen = untilSeen(page);
            clock.shutdown();
            row("%d live updates a second, %d s".formatted(updates, SECONDS), "%s", frames);
            row("a real change among them", "seen after %.0f ms", seen);
            row("of them", "%,d sent, %,d heard by the browser", sent.get(), received.get());
            row("memory of the page", "%.1f MB before, %.1f MB after, collected", before, heapMegabytes(visitor));
            row("first rows afterwards", right(page) ? "as the API says" : "NOT as the API says");
        } finally {
            clock.shutdownNow();
        }
    }

    private double untilSeen(Page page) {
        Api api = stage.platform().api();
        String newest = api.get("/incidents?sort=-opened").at("/items/0/id").asString("");
        api.post("/incidents/" + newest + "/assign", Map.of("to", "person:alice"));
        long begin = System.nanoTime();
        page.waitForFunction(
                "id => document.querySelector(`[role=row] a[href$='${id}']`)?.closest('[role=row]').innerText.match(/alice|you/i)",
                newest);
        return (System.nanoTime() - begin) / 1e6;
    }

    private boolean right(Page page) {
        StringBuilder wanted = new StringBuilder();
        JsonNode items = stage.platform()
                .api()
                .get("/incidents?sort=-opened&limit=" + COMPARED)
                .path("items");
        items.forEach(item -> wanted.append(wanted.isEmpty() ? "" : " ")
                .append(item.path("id").asString("")));
        return wanted.toString().equals(page.evaluate(ROWS, COMPARED));
    }

    private static double heapMegabytes(Visitor visitor) {
        CDPSession debugger = visitor.context().newCDPSession(visitor.page());
        debugger.send("HeapProfiler.collectGarbage");
        JsonObject usage = debugger.send("Runtime.getHeapUsage");
        debugger.detach();
        return usage.get("usedSize").getAsDouble() / 1e6;
    }

    private static Frames frames(Page page, int pixels) {
        return Frames.of(page, pixels, TimeUnit.SECONDS.toMillis(SECONDS));
    }

    private Visitor watched() {
        Visitor visitor = stage.signedIn(Screen.DESK);
        visitor.context().addInitScript(Loading.WATCH);
        return visitor;
    }
}
