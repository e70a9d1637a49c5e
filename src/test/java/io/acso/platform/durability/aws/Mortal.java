package io.acso.platform.durability.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A process that ends at a chosen call to AWS, before the request left or after it took effect. */
final class Mortal {

    /** Not an exception, so that nobody takes care of it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the process has ended", null, false, false);
        }
    }

    private final int call;
    private final boolean before;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean dead;

    /** @param call the one in which it ends, counting from 1 */
    Mortal(int call, boolean before) {
        this.call = call;
        this.before = before;
    }

    /** At the latest now. */
    void end() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    /** The client as this process sees it. */
    <C> C client(Class<C> type, C real) {
        Object mortal = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                return living(type, () -> invoke(() -> method.invoke(real, args)));
            } catch (Failed e) {
                throw e.getCause();
            }
        });
        return type.cast(mortal);
    }

    private Object living(Class<?> type, Supplier<Object> use) {
        int number = calls.incrementAndGet();
        if (dead || number == call && before) {
            throw end(type);
        }
        Object answer = use.get();
        if (dead || number == call) {
            throw end(type);
        }
        return answer;
    }

    private Error end(Class<?> type) {
        dead = true;
        if (type.getSimpleName().equals("SqsClient")) {
            throw SdkClientException.create("the process has ended");
        }
        return new Killed();
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    /** What the real client threw. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }

    private static Object invoke(Call call) {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw new Failed(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
