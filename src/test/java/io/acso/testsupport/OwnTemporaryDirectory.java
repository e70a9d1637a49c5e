package io.acso.testsupport;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** A server that starts moves its process's temporary files into its data directory; the next test has them back. */
public final class OwnTemporaryDirectory implements TestExecutionListener {

    private static final String PROPERTY = "java.io.tmpdir";

    private final String own = System.getProperty(PROPERTY);

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        System.setProperty(PROPERTY, own);
    }
}
