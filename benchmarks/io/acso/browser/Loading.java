package io.acso.browser;

import com.microsoft.playwright.Page;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * What the browser itself measured of one loading of a page, in milliseconds since it was asked for.
 *
 * @param paint until anything was painted
 * @param shown until what was asked for was there, without any skeleton
 * @param interactive as {@code shown}, or until the end of the last task of more than 50 ms, if that was later
 * @param row until the first row of a table was there; 0 without one
 * @param shift the layout shift, as browsers count it
 * @param files the names of the scripts, styles and fonts that it took
 */
record Loading(double paint, double shown, double interactive, double row, double shift, List<String> files) {

    /** Notes moments as they come, from before the page's own scripts run. */
    static final String WATCH = """
            (() => {
              const seen = { shown: 0, row: 0, task: 0, shift: 0 };
              window.__seen = seen;
              const look = () => {
                const busy = document.querySelector('[aria-busy="true"], .mantine-Skeleton-root');
                if (document.querySelector('h1') && !busy) seen.shown ||= performance.now(); else seen.shown = 0;
                if (document.querySelector('[role=row][data-index]')) seen.row ||= performance.now();
              };
              new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
              const watch = (type, each) =>
                new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true });
              watch('longtask', task => { seen.task = Math.max(seen.task, task.startTime + task.duration); });
              watch('layout-shift', shift => { seen.shift += shift.value; });
            })();
            """;

    private static final String TELL = """
            () => JSON.stringify({
              ...window.__seen,
              paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
              files: performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)
                .filter(path => path.startsWith('/assets/')),
            })
            """;

    /** Long enough for tasks that begin when the data is there. */
    private static final int QUIET_MILLIS = 1000;

    static Loading of(Visitor visitor, String path) {
        Page page = visitor.open(path);
        page.waitForTimeout(QUIET_MILLIS);
        JsonNode seen = Json.tree((String) page.evaluate(TELL));
        double shown = seen.path("shown").asDouble();
        List<String> files = new ArrayList<>();
        seen.path("files").forEach(file -> files.add(file.asString("")));
        return new Loading(
                seen.path("paint").asDouble(),
                shown,
                Math.max(shown, seen.path("task").asDouble()),
                seen.path("row").asDouble(),
                seen.path("shift").asDouble(),
                files);
    }

    /** How much they are in all, as the build wrote them with this ending: none, {@code .gz} or {@code .br}. */
    double kilobytes(String ending) {
        double bytes = 0;
        for (String file : files.stream().distinct().toList()) {
            int packed = size(file + ending);
            bytes += packed > 0 ? packed : size(file);
        }
        return bytes / 1000;
    }

    private static int size(String file) {
        try (InputStream in = Loading.class.getResourceAsStream("/console" + file)) {
            return in == null ? 0 : in.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double median(List<Loading> all, ToDoubleFunction<Loading> what) {
        return all.stream()
                .mapToDouble(what)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
