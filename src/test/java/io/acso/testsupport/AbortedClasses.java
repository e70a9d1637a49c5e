package io.acso.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down test classes whose assumption fails before their first test: Surefire's reports show these as no tests at
 * all. The closing count of {@code acso test} reads the file: number of tests, class, reason, separated by tabs.
 */
public final class AbortedClasses implements TestExecutionListener {
    private static final Path REPORT = Path.of("target", "surefire-reports", "aborted-classes.tsv");

    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier what, TestExecutionResult result) {
        if (what.isContainer() && result.getStatus() == Status.ABORTED && plan != null) {
            long tests = plan.getDescendants(what).stream()
                    .filter(TestIdentifier::isTest)
                    .count();
            String reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
            write("%d\t%s\t%s%n"
                    .formatted(Math.max(1, tests), what.getLegacyReportingName(), reason.replaceAll("\\s+", " ")));
        }
    }

    private static void write(String line) {
        try {
            Files.createDirectories(REPORT.getParent());
            Files.writeString(REPORT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
