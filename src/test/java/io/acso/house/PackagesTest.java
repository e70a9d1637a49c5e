package io.acso.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package says what it is for, is null-marked and belongs to an application module. */
class PackagesTest {
    private static final Path ROOT = Path.of("src/main/java");

    private final Map<Path, String> descriptions = Sources.main().stream()
            .filter(source -> source.file().endsWith("package-info.java"))
            .collect(toMap(source -> source.file().getParent(), source -> String.join("\n", source.lines())));

    @Test
    void each_package_is_described() {
        assertThat(packages().filter(folder -> !descriptions.containsKey(folder)))
                .as("packages without package-info.java: write one, with 3 to 6 lines of purpose, invariant and limits")
                .isEmpty();
        assertThat(packages().filter(folder -> !described(folder, "/**")))
                .as("packages without a word of purpose: begin package-info.java with a Javadoc comment")
                .isEmpty();
    }

    @Test
    void each_package_is_null_marked() {
        assertThat(packages().filter(folder -> !described(folder, "@NullMarked")))
                .as("packages that NullAway does not check: add @NullMarked to package-info.java")
                .isEmpty();
    }

    @Test
    void each_package_belongs_to_an_application_module() {
        assertThat(packages().filter(folder -> upwards(folder).noneMatch(at -> described(at, "@ApplicationModule"))))
                .as("packages outside of every module, which nothing verifies: "
                        + "add @ApplicationModule to their package-info.java or a parent's")
                .isEmpty();
    }

    private Stream<Path> packages() {
        Set<Path> folders = Sources.main().stream()
                .map(source -> source.file().getParent())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return folders.stream();
    }

    private Stream<Path> upwards(Path folder) {
        return Stream.iterate(folder, at -> !at.equals(ROOT), Path::getParent);
    }

    private boolean described(Path folder, String text) {
        return descriptions.getOrDefault(folder, "").contains(text);
    }
}
