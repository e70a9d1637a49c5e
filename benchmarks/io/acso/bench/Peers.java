package io.acso.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReplace;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The same five steps in a row with durable workflows that others make, each step committed before the next begins. */
final class Peers {

    private static final int PATIENCE_SECONDS = 60;

    /** Five steps that do nothing, to their end. */
    interface Five extends AutoCloseable {

        void run(String name) throws Exception;

        @Override
        void close();
    }

    private Peers() {}

    /** A row a step: a task's end is replaced by the next task in one transaction. */
    static Five scheduler(HikariDataSource pool, int concurrency) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS scheduled_tasks");
            statement.execute("""
                    CREATE TABLE scheduled_tasks (
                        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                        PRIMARY KEY (task_name, task_instance))""");
            statement.execute("CREATE INDEX by_time ON scheduled_tasks (execution_time)");
            statement.execute("CREATE INDEX by_heartbeat ON scheduled_tasks (last_heartbeat)");
        }
        ConcurrentMap<String, CountDownLatch> open = new ConcurrentHashMap<>();
        List<CustomTask<Void>> steps = new ArrayList<>();
        for (int step = 0; step < BenchContent.STEPS; step++) {
            String next = step + 1 < BenchContent.STEPS ? "step-" + (step + 1) : "";
            steps.add(Tasks.custom("step-" + step, Void.class)
                    .execute((instance, context) -> next.isEmpty()
                            ? (done, operations) -> {
                                new OnCompleteRemove<Void>().complete(done, operations);
                                open.remove(instance.getId()).countDown();
                            }
                            : new OnCompleteReplace<Void, Void>(next)));
        }
        Scheduler scheduler = Scheduler.create(pool, List.copyOf(steps))
                .threads(concurrency)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(5))
                .enableImmediateExecution()
                .build();
        scheduler.start();
        return new Five() {
            @Override
            public void run(String name) throws Exception {
                CountDownLatch ended = new CountDownLatch(1);
                open.put(name, ended);
                scheduler.scheduleIfNotExists(new TaskInstance<>("step-0", name), Instant.now());
                if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(name + " has not ended");
                }
            }

            @Override
            public void close() {
                scheduler.stop();
            }
        };
    }

    /** What DBOS makes durable of us. */
    public interface Flow {
        int five(String name) throws Exception;
    }

    /** The same as DBOS has it. */
    public static final class DurableFlow implements Flow {
        private final DBOS dbos;

        DurableFlow(DBOS dbos) {
            this.dbos = dbos;
        }

        @Override
        @Workflow(name = "five")
        public int five(String name) throws Exception {
            int sum = 0;
            for (int step = 0; step < BenchContent.STEPS; step++) {
                int value = step;
                sum += dbos.runStep(() -> value, "step-" + step);
            }
            return sum;
        }
    }

    static Five dbos(HikariDataSource pool) {
        DBOS dbos = new DBOS(DBOSConfig.defaults("bench").withDataSource(pool));
        Flow flow = dbos.registerProxy(Flow.class, new DurableFlow(dbos));
        dbos.launch();
        return new Five() {
            @Override
            public void run(String name) throws Exception {
                flow.five(name);
            }

            @Override
            public void close() {
                dbos.shutdown();
            }
        };
    }
}
