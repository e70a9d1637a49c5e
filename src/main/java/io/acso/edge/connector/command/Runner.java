package io.acso.edge.connector.command;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import java.time.Duration;

/** Runs commands on targets of one type. */
public interface Runner {

    /** The type of the targets that it reaches. */
    String targetType();

    /** How long a command may take where its step says nothing. */
    Duration usualTimeout();

    /**
     * Looks whether it would run, without running anything.
     *
     * @return where and as whom, such as {@code ssh root@db1.example:22}
     * @throws ActionInvalid when it would not, as described
     * @throws ActionNotConfigured when it is not set up
     */
    String prepare(Action action, Interpreter interpreter, String text);

    /** Runs it; throws as {@link #prepare} does. */
    Ran run(Action action, Interpreter interpreter, String text, Duration timeout);
}
