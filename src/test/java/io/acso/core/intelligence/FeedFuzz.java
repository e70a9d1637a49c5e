package io.acso.core.intelligence;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Whatever a feed holds, it is read, counted or cut short with a reason: never another error, and never a hang. */
class FeedFuzz {

    @FuzzTest(maxDuration = "20s")
    void any_file(byte[] input) {
        IndicatorFiles.Loaded loaded = Indicators.load(Map.of("feed", input));
        FeedReport report = loaded.reports().getFirst();
        if (report.added() != loaded.indicators().size()) {
            throw new AssertionError("counted " + report.added() + ", kept "
                    + loaded.indicators().size());
        }
        lookedUp(input);
    }

    @FuzzTest(maxDuration = "20s")
    void what_a_list_names_is_found(byte[] input) {
        String line =
                new String(input, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        IndicatorSet set = Indicators.load("list.txt", "first.example\n" + line).indicators();
        set.counts().forEach((type, count) -> lookedUp(input));
    }

    private static void lookedUp(byte[] input) {
        Indicators.set("evil.example", "10.0.0.0/8", "http://evil.example/*", "2001:db8::/32")
                .lookup(new String(input, StandardCharsets.UTF_8), Indicators.NOW);
    }
}
