package io.acso.testsupport;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** A server that starts moves its process's temporary files into its data directory; the next test has them back. */
public final class OwnTemporaryDirectory implements TestExecutionListener {

    private static final Map<String, @Nullable String> BEFORE = before();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        BEFORE.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private static Map<String, @Nullable String> before() {
        Map<String, @Nullable String> values = new HashMap<>();
        for (String name : new String[] {"java.io.tmpdir", "org.sqlite.tmpdir"}) {
            values.put(name, System.getProperty(name));
        }
        return values;
    }
}
