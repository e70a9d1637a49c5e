package io.acso.edge.api.rest;

import io.acso.edge.api.access.Permitted;
import io.acso.platform.lake.Lake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** SQL over the events of the past, for hunting. */
@RestController
@RequestMapping("/api/v1/lake")
@EnableConfigurationProperties(LakeQuerySettings.class)
final class LakeController {

    private static final int USUAL_ROWS = 1_000;

    private final Lake lake;
    private final LakeQuerySettings settings;

    LakeController(Lake lake, LakeQuerySettings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    /** Tables, columns and functions, for completion. */
    @GetMapping("/schema")
    @Permitted("lake.read")
    Lake.Schema schema() {
        return lake.schema();
    }

    /** How much there is. */
    @GetMapping("/statistics")
    @Permitted("lake.read")
    Map<String, Long> statistics() {
        return lake.statistics();
    }

    /** Runs one SELECT, within limits of time, rows and memory; it changes nothing and sees nothing but events. */
    @PostMapping("/query")
    @Permitted("lake.query")
    ResultBody query(@RequestBody QueryWish wish) {
        int rows = wish.rows() == null ? USUAL_ROWS : wish.rows();
        if (rows < 1 || rows > settings.rows()) {
            throw Problems.badRequest(
                    "bad-limit", "rows goes from 1 to " + settings.rows() + " (acso.lake-query.rows), not " + rows);
        }
        long begun = System.nanoTime();
        Lake.Result result = lake.query(wish.sql(), new Lake.Limits(settings.time(), rows));
        return new ResultBody(
                result.columns(),
                result.rows(),
                result.truncated(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /**
     * A query.
     *
     * @param sql one SELECT over the table events
     * @param rows at the most; 1,000 when not given
     */
    record QueryWish(String sql, @Nullable Integer rows) {}

    /** Rows in column order; {@code truncated} when there were more. */
    record ResultBody(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated, long milliseconds) {}
}
