package io.acso.platform.durability.aws;

import io.acso.platform.durability.shared.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Wakes the consumers of a queue, in this process at once and in others through an SQS queue. What there is to receive
 * lies in the table; a ring that is lost or comes twice costs a look there, or the wait for the next pulse.
 */
final class Doorbells implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Doorbells.class.getName());
    private static final int MOST_AT_ONCE = 10;
    private static final int LISTEN_SECONDS = 20;
    private static final String KEPT_SECONDS = "300";

    private final SqsClient sqs;
    private final String prefix;
    private final boolean create;
    private final Map<String, Signal> signals = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> rings = new ConcurrentHashMap<>();
    private final Set<String> listening = ConcurrentHashMap.newKeySet();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Doorbells(SqsClient sqs, String prefix, boolean create) {
        this.sqs = sqs;
        this.prefix = prefix;
        this.create = create;
    }

    /** Raised when something may be there to receive. */
    Signal signal(String queue) {
        return signals.computeIfAbsent(queue, name -> new Signal());
    }

    void here(String queue) {
        signal(queue).raise();
    }

    /** Wakes this process now, and one consumer somewhere for each message. */
    void ring(String queue, int messages) {
        here(queue);
        AtomicInteger waiting = rings.computeIfAbsent(queue, name -> new AtomicInteger());
        if (!closed && waiting.getAndAdd(messages) == 0) {
            Thread.ofVirtual().name("durability-ring-" + queue).start(() -> send(queue, waiting));
        }
    }

    private void send(String queue, AtomicInteger waiting) {
        int sent;
        do {
            sent = waiting.get();
            guarded(queue, () -> {
                String address = address(queue);
                send(address, Math.min(waiting.get(), MOST_AT_ONCE));
            });
            // More than a few at once wake nobody more: whoever was woken takes what there is.
        } while (waiting.addAndGet(-sent) > 0);
    }

    private void send(String address, int count) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, count)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody("work")
                        .build())
                .toList();
        sqs.sendMessageBatch(request -> request.queueUrl(address).entries(entries));
    }

    /** From now on rings of other processes are heard here. */
    void listen(String queue) {
        if (listening.add(queue)) {
            Thread.ofVirtual().name("durability-doorbell-" + queue).start(() -> {
                while (!closed) {
                    if (!guarded(queue, () -> hear(queue))) {
                        listening.remove(queue);
                        return;
                    }
                }
            });
        }
    }

    private void hear(String queue) {
        String address = address(queue);
        List<Message> heard = sqs.receiveMessage(request -> request.queueUrl(address)
                        .maxNumberOfMessages(MOST_AT_ONCE)
                        .waitTimeSeconds(LISTEN_SECONDS))
                .messages();
        if (!heard.isEmpty()) {
            here(queue);
            List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, heard.size())
                    .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                            .id(Integer.toString(i))
                            .receiptHandle(heard.get(i).receiptHandle())
                            .build())
                    .toList();
            sqs.deleteMessageBatch(request -> request.queueUrl(address).entries(entries));
        }
    }

    /** False when SQS could not be used; consumers then find their work by the pulse. */
    private boolean guarded(String queue, Runnable use) {
        try {
            use.run();
            missing.remove(queue);
            return true;
        } catch (SdkException | IllegalStateException e) {
            if (!closed && missing.add(queue)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "SQS queue {0} cannot be used, so consumers look by themselves ({1}):"
                                + " create it, or set acso.durability.aws.create",
                        prefix + queue,
                        e.getMessage());
            }
            return false;
        }
    }

    private String address(String queue) {
        String known = addresses.get(queue);
        if (known != null) {
            return known;
        }
        String found = find(prefix + queue);
        addresses.put(queue, found);
        return found;
    }

    private String find(String name) {
        try {
            return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            if (!create) {
                throw e;
            }
            // Rings are worth nothing later.
            return sqs.createQueue(request -> request.queueName(name)
                            .attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, KEPT_SECONDS)))
                    .queueUrl();
        }
    }

    @Override
    public void close() {
        closed = true;
        signals.values().forEach(Signal::raise);
    }
}
