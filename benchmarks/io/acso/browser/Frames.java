package io.acso.browser;

import com.microsoft.playwright.Page;
import io.acso.domain.kernel.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How smoothly a page moves: milliseconds from one frame to the next. */
record Frames(double aSecond, double p50, double p99, double longest) {

    /** Scrolls by so many pixels in each frame. */
    private static final String RUN = """
            async ([pixels, millis]) => {
              const times = [];
              const begin = performance.now();
              let last = begin;
              while (last - begin < millis) {
                if (pixels) window.scrollBy({ top: pixels, behavior: 'instant' });
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                times.push(now - last);
                last = now;
              }
              times.sort((a, b) => a - b);
              const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))];
              return JSON.stringify({ a: times.length * 1000 / (last - begin), p50: at(0.5), p99: at(0.99), longest: at(1) });
            }
            """;

    static Frames of(Page page, int pixels, long millis) {
        JsonNode found = Json.tree((String) page.evaluate(RUN, List.of(pixels, Math.toIntExact(millis))));
        return new Frames(
                found.path("a").asDouble(),
                found.path("p50").asDouble(),
                found.path("p99").asDouble(),
                found.path("longest").asDouble());
    }

    @Override
    public String toString() {
        return "%.0f frames/s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms".formatted(aSecond, p50, p99, longest);
    }
}
