package io.acso.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that nobody here wrote, kept beside the project. A test that asks for what is absent is skipped with a
 * message, or fails where the data is required ({@code ACSO_REQUIRE_DATA=1}).
 */
public final class RealData {
    private static final Path BESIDE_THE_CHECKOUT = Path.of("../shared/data");

    private final Path directory;
    private final boolean required;

    private RealData(Path directory, boolean required) {
        this.directory = directory;
        this.required = required;
    }

    /** The file or folder of that name, for example {@code RealData.path("sigma/rules")}. */
    public static Path path(String name) {
        return in(System.getenv()).find(name);
    }

    static RealData in(Map<String, String> environment) {
        String chosen = environment.getOrDefault("ACSO_DATA", "");
        Path directory = chosen.isEmpty() ? BESIDE_THE_CHECKOUT : Path.of(chosen);
        return new RealData(directory, "1".equals(environment.get("ACSO_REQUIRE_DATA")));
    }

    Path find(String name) {
        Path found = directory.resolve(name).toAbsolutePath().normalize();
        if (Files.exists(found)) {
            return found;
        }
        String message = "no real data at " + found + " (ACSO_DATA names the directory that holds " + name + ")";
        if (required) {
            Assertions.fail(message + ", and ACSO_REQUIRE_DATA=1 requires it");
        }
        Assumptions.abort(message);
        return found;
    }
}
