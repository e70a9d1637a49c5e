package io.acso.platform.durability.aws;

import io.acso.platform.aws.AwsCaller;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.StoredBodies;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import io.acso.platform.durability.shared.Announcer;
import io.acso.platform.durability.shared.Backoff;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Durability in a DynamoDB table that any number of processes share. A commit is a transaction of DynamoDB; what waits
 * in a queue lies in the table too, and SQS only wakes its consumers.
 *
 * <p>A {@link DurabilityFailure} of {@link #commit} may mean here that the answer was lost: the commit happened or did
 * not. Repeating it is safe for whatever has a version, an id or a receipt; a ledger entry may then be there twice.
 */
public final class AwsDurability implements Durability {

    private static final Duration LISTENING = Duration.ofSeconds(20);
    private static final int PULSES_OF_A_LEASE = 10;

    private final InstantSource clock;
    private final AwsDurabilitySettings settings;
    private final Table table;
    private final RecordStore records;
    private final Stamps stamps;
    private final Leaves leaves;
    private final Timers timers;
    private final Lending lending;
    private final DeadLetters deadLetters;
    private final Depths depths;
    private final QueueNames names;
    private final Commits commits;
    private final Doorbells doorbells;
    private final Announcer announcer = new Announcer();
    private final Announcer outside = new Announcer();
    private final Sweeper sweeper;
    private final Pulse pulse;
    private final Map<String, TaskQueue> queues = new ConcurrentHashMap<>();
    private boolean closed;

    AwsDurability(
            AwsDurabilitySettings settings, Table table, SqsClient sqs, List<Outlet> outlets, InstantSource clock) {
        this.clock = clock;
        this.settings = settings;
        this.table = table;
        this.records = new DynamoRecordStore(table, clock);
        this.stamps = new Stamps(table, clock);
        this.leaves = new Leaves(table, stamps);
        Messages messages = new Messages(table, stamps, settings.inboxRetention());
        this.timers = new Timers(table, messages);
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffMost(), new SecureRandom());
        this.lending = new Lending(table, messages, backoff, settings.maxAttempts());
        this.deadLetters = new DeadLetters(table);
        this.depths = new Depths(table, messages, settings.maxAttempts());
        this.names = new QueueNames(table);
        this.commits = new Commits(table, messages, timers, leaves, names);
        this.doorbells = new Doorbells(sqs, settings.queuePrefix(), settings.create());
        this.sweeper = new Sweeper(table, settings.pulse().multipliedBy(PULSES_OF_A_LEASE));
        this.pulse = new Pulse(this::beat, settings.pulse());
        outlets.forEach(outlet -> outside.subscribe(outlet::tell));
    }

    /**
     * Opens the table that the settings name, made first when they say so.
     *
     * @throws AwsNotConfigured when no table is named, there are no credentials, or their account is not listed
     * @throws DurabilityFailure when the table is not there, is another's, or cannot be reached
     */
    public static AwsDurability open(AwsDurabilitySettings settings, AwsClients clients, InstantSource clock) {
        String name = settings.table();
        if (name == null || name.isBlank()) {
            throw new AwsNotConfigured("durability is to be kept on AWS: set acso.durability.aws.table to the name of a"
                    + " DynamoDB table");
        }
        new AwsCaller(clients).listedAccount();
        Table table = new Table(clients.build(DynamoDbClient.SERVICE_NAME, DynamoDbClient.builder()), name);
        SqsClient sqs = clients.patient(LISTENING).build(SqsClient.SERVICE_NAME, SqsClient.builder());
        return open(settings, table, sqs, outlets(settings, clients), clock);
    }

    static AwsDurability open(
            AwsDurabilitySettings settings, Table table, SqsClient sqs, List<Outlet> outlets, InstantSource clock) {
        try {
            TableSchema.ensure(table, settings.create());
            AwsDurability durability = new AwsDurability(settings, table, sqs, outlets, clock);
            durability.pulse.start();
            return durability;
        } catch (RuntimeException | Error e) {
            table.close();
            throw e;
        }
    }

    private static List<Outlet> outlets(AwsDurabilitySettings settings, AwsClients clients) {
        List<Outlet> outlets = new ArrayList<>();
        if (settings.topicArn() != null) {
            outlets.add(new SnsTopic(clients.build(SnsClient.SERVICE_NAME, SnsClient.builder()), settings.topicArn()));
        }
        if (settings.eventBus() != null) {
            outlets.add(new EventBridgeBus(
                    clients.build(EventBridgeClient.SERVICE_NAME, EventBridgeClient.builder()), settings.eventBus()));
        }
        return outlets;
    }

    @Override
    public void commit(Commit commit) {
        Commits.Aftermath after = commits.commit(commit, now());
        after.sent().forEach(doorbells::ring);
        after.touched().forEach(doorbells::here);
        after.facts().forEach(this::announce);
    }

    private void announce(Announcement fact) {
        announcer.announce(fact);
        outside.announce(fact);
    }

    @Override
    public RecordStore records() {
        return records;
    }

    @Override
    public TaskQueue queue(String name) {
        return queues.computeIfAbsent(
                name, queue -> new DynamoTaskQueue(queue, this, doorbells.signal(queue), settings.pulse()));
    }

    @Override
    public List<String> queues() {
        return names.all();
    }

    @Override
    public Topic topic() {
        return announcer;
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return leaves.read(sequence, max);
    }

    /** What lies in the table as bodies, for re-encryption. */
    public StoredBodies bodies() {
        return new StoredItems(table);
    }

    long now() {
        return Values.micros(clock.instant());
    }

    Lending lending() {
        return lending;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    Depths depths() {
        return depths;
    }

    void listen(String queue) {
        doorbells.listen(queue);
    }

    /** Sends the messages of due timers, if it is known or possible that there are any. */
    void fireTimers() {
        timers.fireIfDue(now(), queue -> names.remember(queue)).forEach(queue -> doorbells.ring(queue, 1));
    }

    private void beat() {
        if (sweeper.hasTurn(now())) {
            timers.look();
            fireTimers();
            names.all().forEach(queue -> lending.reclaim(queue, now()));
            leaves.integrate();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        doorbells.close();
        pulse.close();
        try {
            sweeper.give();
            stamps.keep();
        } catch (DurabilityFailure e) {
            System.getLogger(AwsDurability.class.getName())
                    .log(System.Logger.Level.WARNING, "closed without a word to other processes", e);
        }
        table.close();
        announcer.close();
        outside.close();
    }
}
