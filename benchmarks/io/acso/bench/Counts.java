package io.acso.bench;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.TaskQueue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the platform asks of its store, and tells of each time that a fact has entered the ledger. */
final class Counts {

    final LongAdder commits = new LongAdder();
    final LongAdder receives = new LongAdder();
    final LongAdder empty = new LongAdder();
    final LongAdder reads = new LongAdder();
    /** Each decision of the gate reads the switch of all agents once. */
    final LongAdder decisions = new LongAdder();

    final LongAdder conflicts = new LongAdder();

    private final String fact;
    private final Runnable heard;

    Counts(String fact, Runnable heard) {
        this.fact = '"' + fact + '"';
        this.heard = heard;
    }

    Durability around(Durability durability) {
        RecordStore records = proxy(RecordStore.class, (proxy, method, arguments) -> {
            reads.increment();
            if (method.getName().equals("get") && arguments[0] instanceof Key key && isSwitch(key)) {
                decisions.increment();
            }
            return pass(durability.records(), method, arguments);
        });
        return proxy(Durability.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "records" -> records;
            case "queue" -> counted(durability.queue((String) arguments[0]));
            case "commit" -> commit(durability, (Commit) arguments[0]);
            default -> pass(durability, method, arguments);
        });
    }

    private static boolean isSwitch(Key key) {
        return key.partition().equals("kill-switch") && key.sort().endsWith(":*");
    }

    private Object commit(Durability durability, Commit commit) {
        commits.increment();
        try {
            durability.commit(commit);
        } catch (RuntimeException e) {
            conflicts.increment();
            throw e;
        }
        for (Commit.Operation operation : commit.operations()) {
            if (operation instanceof Commit.Append(byte[] entry)
                    && new String(entry, StandardCharsets.ISO_8859_1).contains(fact)) {
                heard.run();
            }
        }
        return commit;
    }

    private TaskQueue counted(TaskQueue queue) {
        return proxy(TaskQueue.class, (proxy, method, arguments) -> {
            Object answer = pass(queue, method, arguments);
            if (method.getName().equals("receive")) {
                (answer.equals(java.util.List.of()) ? empty : receives).increment();
            }
            return answer;
        });
    }

    private static Object pass(Object to, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Counts.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
