package io.acso.platform.durability.embedded;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.DurabilityFailure;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work on its way through the writer, and the answer that its submitter waits for. */
final class Submission<T> {

    /** Tells the writer to end. */
    static final Submission<Object> LAST = new Submission<>((session, effects) -> "", false);

    private final Writer.Work<T> work;
    private final boolean sync;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Effects effects = new Effects();
    private @Nullable T value;
    private @Nullable Throwable refusal;

    Submission(Writer.Work<T> work, boolean sync) {
        this.work = work;
        this.sync = sync;
    }

    /** Whether it has to be on stable storage before it is answered. */
    boolean sync() {
        return sync;
    }

    /** Does the work in the open transaction; false when it refused, which leaves the transaction to be rolled back. */
    boolean attempt(Session session) throws SQLException {
        refusal = null;
        effects = new Effects();
        try {
            value = work.on(session, effects);
        } catch (RuntimeException | Error e) {
            refusal = e;
        }
        return refusal == null;
    }

    /** Does the work in the open transaction, or undoes it alone. */
    void attemptApart(Session session) throws SQLException {
        session.update("SAVEPOINT one");
        if (!attempt(session)) {
            undo();
            session.update("ROLLBACK TO one");
        }
        session.update("RELEASE one");
    }

    /** Nothing of the attempt is to be kept. */
    void undo() {
        effects.undoAll();
        effects = new Effects();
    }

    /** The transaction is durable: what has to be true when the submitter hears of it, and what may follow. */
    void complete(Consumer<Effects> before, Consumer<Effects> aftermath) {
        if (refusal != null) {
            answer.completeExceptionally(refusal);
            return;
        }
        before.accept(effects);
        answer.complete(value);
        aftermath.accept(effects);
    }

    /** Nothing of the transaction was kept, whatever the work itself had found. */
    void fail(DurabilityFailure failure) {
        undo();
        answer.completeExceptionally(failure);
    }

    /** Waits without giving up on an interrupt: giving up would leave it open whether the work was kept. */
    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case CommitConflict conflict -> new CommitConflict(String.valueOf(conflict.getMessage()), conflict);
                case DurabilityFailure failure -> new DurabilityFailure(String.valueOf(failure.getMessage()), failure);
                case RuntimeException other -> other;
                case null, default -> e;
            };
        }
    }
}
