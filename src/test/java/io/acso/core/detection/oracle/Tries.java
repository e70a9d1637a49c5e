package io.acso.core.detection.oracle;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Ends a property after as many tries as {@code -Dacso.oracle.tries} says, for a long run by hand. */
final class Tries implements AroundTryHook {

    private static final int SUITE = 400;
    private final int most = Integer.getInteger("acso.oracle.tries", SUITE);
    private int done;

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        TryExecutionResult result = aTry.execute(parameters);
        return ++done >= most && result.isSatisfied() ? TryExecutionResult.satisfied(true) : result;
    }
}
