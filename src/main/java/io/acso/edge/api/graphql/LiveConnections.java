package io.acso.edge.api.graphql;

import io.acso.edge.api.security.CallerAuthentication;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * GraphQL over WebSocket (graphql-transport-ws), each connection for a while only: whoever comes back proves anew who
 * they are, and misses nothing for their cursor. When the session or token that it was opened with counts no more, or
 * gives other rights, it ends: at once when that happened through this process, else when next looked at.
 */
final class LiveConnections extends GraphQlWebSocketHandler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveConnections.class.getName());
    private static final Duration FIRST_MESSAGE = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    /** Longer than a query of the console, and no more than one buffer. */
    private static final int LARGEST_MESSAGE = 64 * 1024;

    private static final CloseStatus COME_BACK = CloseStatus.SERVICE_RESTARTED.withReason("connect again");
    private static final CloseStatus NOT_KNOWN = CloseStatus.POLICY_VIOLATION.withReason("sign in again");
    private static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("too many messages");
    private static final CloseStatus TOO_OPEN = CloseStatus.POLICY_VIOLATION.withReason("too many connections");

    /** How often is looked whether each may go on. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Of one caller: a person's tabs, on all their machines. */
    private static final int MOST_CONNECTIONS = 50;

    /** In a minute on one connection; each can be a query. */
    private static final int MOST_MESSAGES = 600;

    private final Duration life;
    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-connections").factory());

    /**
     * One that is open.
     *
     * @param left how many messages it may still send
     * @param end when its life is over
     */
    private record Connection(WebSocketSession session, Bucket left, ScheduledFuture<?> end) {

        Optional<CallerAuthentication> caller() {
            return Optional.ofNullable((CallerAuthentication) session.getPrincipal());
        }

        Optional<Object> who() {
            return caller().map(CallerAuthentication::getPrincipal);
        }

        /** What cannot be looked at now is looked at again. */
        boolean stands() {
            try {
                return caller().filter(CallerAuthentication::stands).isPresent();
            } catch (RuntimeException storage) {
                LOG.log(Level.WARNING, "whether a live connection may go on cannot be told now", storage);
                return true;
            }
        }
    }

    LiveConnections(WebGraphQlHandler graphQl, HttpMessageConverter<Object> json, Duration life) {
        super(graphQl, json, FIRST_MESSAGE, KEEP_ALIVE);
        this.life = life;
        clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_MESSAGE);
        ScheduledFuture<?> over = clock.schedule(
                () -> Optional.ofNullable(open.get(session.getId())).ifPresent(each -> end(each, COME_BACK)),
                life.toMillis(),
                TimeUnit.MILLISECONDS);
        Connection made = new Connection(session, allowance(), over);
        open.put(session.getId(), made);
        super.afterConnectionEstablished(session);
        if (open.values().stream().filter(each -> each.who().equals(made.who())).count() > MOST_CONNECTIONS) {
            end(made, TOO_OPEN);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        Connection known = open.get(session.getId());
        if (known != null && known.left().tryConsume(1)) {
            super.handleTextMessage(session, message);
        } else if (known != null) {
            end(known, TOO_MANY);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Connection gone = open.remove(session.getId());
        if (gone != null) {
            gone.end().cancel(false);
        }
        super.afterConnectionClosed(session, status);
    }

    private static Bucket allowance() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MOST_MESSAGES).refillGreedy(MOST_MESSAGES, Duration.ofMinutes(1)))
                .build();
    }

    /** Somebody may just have lost what they came with. */
    void lookNow() {
        clock.execute(this::look);
    }

    private void look() {
        open.values().stream().filter(each -> !each.stands()).forEach(each -> end(each, NOT_KNOWN));
    }

    /** Nothing that it says is heard any more. Whoever does not read keeps only their own end waiting. */
    private void end(Connection connection, CloseStatus why) {
        open.remove(connection.session().getId());
        connection.end().cancel(false);
        Thread.ofVirtual().start(() -> end(connection.session(), why));
    }

    private static void end(WebSocketSession session, CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "a live connection was gone before it was ended", gone);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
