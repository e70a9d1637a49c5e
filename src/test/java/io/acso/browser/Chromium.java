package io.acso.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of this machine. Without one a test is skipped with a message, or fails where a browser is required:
 * {@code ACSO_REQUIRE_BROWSER=1}, or {@code CI} set to anything.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> MAC = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Map<String, String> environment;

    Chromium(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Skips or fails the test that asks where there is none. */
    static Path required() {
        Chromium chromium = new Chromium(System.getenv());
        return chromium.find()
                .orElseGet(() ->
                        chromium.miss("no browser: './acso test' as root installs chromium where apt is, elsewhere"
                                + " install chromium yourself or name one in ACSO_BROWSER"));
    }

    Optional<Path> find() {
        String chosen = environment.getOrDefault("ACSO_BROWSER", "");
        if (!chosen.isEmpty()) {
            return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
        }
        return Stream.concat(onPath(), MAC.stream()).filter(Files::isExecutable).findFirst();
    }

    private Stream<Path> onPath() {
        List<Path> places = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .toList();
        return NAMES.stream().flatMap(name -> places.stream().map(place -> place.resolve(name)));
    }

    /** Says what is missing, as loudly as this machine wants it. */
    <T> T miss(String message) {
        if ("1".equals(environment.get("ACSO_REQUIRE_BROWSER")) || environment.containsKey("CI")) {
            return Assertions.fail(message);
        }
        return Assumptions.abort(message);
    }
}
