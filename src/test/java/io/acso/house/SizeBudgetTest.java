package io.acso.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small files and small methods: what a reader holds in mind at once. */
class SizeBudgetTest {
    private static final int FILE_MEDIAN = 70;
    private static final int FILE_P95 = 250;
    private static final int FILE_CAP = 400;
    private static final int METHOD_P95 = 20;
    private static final int METHOD_CAP = 60;

    record Sized(String name, int lines) {}

    @Test
    void files_keep_the_budget() {
        List<Sized> files = files(Sources.main());
        assertThat(percentile(files, 50)).as("median file: split by decision").isLessThanOrEqualTo(FILE_MEDIAN);
        assertThat(percentile(files, 95))
                .as("95th percentile file: split by decision; longest:%n%s", longest(files))
                .isLessThanOrEqualTo(FILE_P95);
    }

    @Test
    void no_file_is_over_the_cap_tests_included() {
        assertThat(files(Sources.all()).stream().filter(file -> file.lines() > FILE_CAP))
                .as("files over %d lines: split by decision", FILE_CAP)
                .isEmpty();
    }

    @Test
    void methods_keep_the_budget() throws IOException {
        List<Sized> methods = methods(Sources.main());
        assertThat(percentile(methods, 95))
                .as("95th percentile method: name its steps; longest:%n%s", longest(methods))
                .isLessThanOrEqualTo(METHOD_P95);
        assertThat(methods.stream().filter(method -> method.lines() > METHOD_CAP))
                .as("methods over %d lines: name their steps", METHOD_CAP)
                .isEmpty();
    }

    @Test
    void methods_are_measured_from_signature_to_brace() throws IOException {
        Sources.Source here = Sources.all().stream()
                .filter(source -> source.name().endsWith("SizeBudgetTest.java"))
                .findFirst()
                .orElseThrow();
        assertThat(methods(List.of(here)))
                .filteredOn(method -> method.name().endsWith(".percentile"))
                .singleElement()
                .returns(7, Sized::lines);
    }

    /** By nearest rank; zero of nothing. */
    private static int percentile(List<Sized> all, int percent) {
        if (all.isEmpty()) {
            return 0;
        }
        int rank = Math.ceilDiv(percent * all.size(), 100);
        return all.stream().mapToInt(Sized::lines).sorted().toArray()[rank - 1];
    }

    private static String longest(List<Sized> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(Sized::lines).reversed())
                .limit(10)
                .map(sized -> "  %d %s".formatted(sized.lines(), sized.name()))
                .collect(joining("\n"));
    }

    private static List<Sized> files(List<Sources.Source> sources) {
        return sources.stream()
                .map(source -> new Sized(source.name(), source.lines().size()))
                .toList();
    }

    private static List<Sized> methods(List<Sources.Source> sources) throws IOException {
        if (sources.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var units = files.getJavaFileObjectsFromPaths(
                sources.stream().map(Sources.Source::file).toList());
        var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
        var found = new ArrayList<Sized>();
        for (CompilationUnitTree unit : task.parse()) {
            new Measure(unit, Trees.instance(task), found).scan(unit, null);
        }
        return found;
    }

    private static final class Measure extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Sized> found;

        private Measure(CompilationUnitTree unit, Trees trees, List<Sized> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var positions = trees.getSourcePositions();
            long start = line(positions.getStartPosition(unit, method));
            long end = line(positions.getEndPosition(unit, method));
            String name = unit.getSourceFile().getName() + "." + method.getName();
            found.add(new Sized(name, (int) (end - start + 1)));
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
