package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.shared.Signal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Hears the facts of all processes, from this process's own SQS queue, which is subscribed to the SNS topic. */
final class SnsSubscription implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SnsSubscription.class.getName());
    private static final int LISTEN_SECONDS = 20;
    private static final long AFTER_FAILURE = TimeUnit.SECONDS.toNanos(5);

    private final SqsClient sqs;
    private final String queue;
    private final Consumer<Announcement> listener;
    private final Signal stop = new Signal();
    private volatile boolean closed;

    SnsSubscription(SqsClient sqs, String queue, Consumer<Announcement> listener) {
        this.sqs = sqs;
        this.queue = queue;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("durability-facts").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                if (!heard()) {
                    stop.await(0, AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the hearing of facts", e);
        }
    }

    /** False when the queue could not be read. */
    private boolean heard() {
        try {
            String address =
                    sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
            List<Message> messages = sqs.receiveMessage(request ->
                            request.queueUrl(address).maxNumberOfMessages(10).waitTimeSeconds(LISTEN_SECONDS))
                    .messages();
            for (Message message : messages) {
                tell(message);
                sqs.deleteMessage(request -> request.queueUrl(address).receiptHandle(message.receiptHandle()));
            }
            return true;
        } catch (SdkException | IllegalStateException e) {
            if (!closed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "SQS queue {0} cannot be read, so listeners hear nothing ({1}):"
                                + " check acso.durability.aws.facts-queue",
                        queue,
                        e.getMessage());
            }
            return false;
        }
    }

    private void tell(Message message) {
        try {
            listener.accept(CloudEvent.fact(message.body()));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "dropped message {0} of {1}, which is no fact of ACSO: {2}",
                    message.messageId(),
                    queue,
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        closed = true;
        stop.raise();
    }
}
