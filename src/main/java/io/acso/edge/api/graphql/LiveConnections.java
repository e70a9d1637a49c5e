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
 * gives other rights, it ends within a moment.
 */
final class LiveConnections extends GraphQlWebSocketHandler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveConnections.class.getName());
    private static final Duration FIRST_MESSAGE = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    /** Longer than a query of the console, and no more than one buffer. */
    private static final int LARGEST_MESSAGE = 64 * 1024;

    private static final CloseStatus COME_BACK = CloseStatus.SERVICE_RESTARTED.withReason("connect again");

    private static final CloseStatus NOT_KNOWN = CloseStatus.POLICY_VIOLATION.withReason("sign in again");
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Duration life;
    private static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("too many messages");
    private static final CloseStatus TOO_OPEN = CloseStatus.POLICY_VIOLATION.withReason("too many connections");

    /** Of one caller: a person's tabs, on all their machines. */
    private static final int MOST_CONNECTIONS = 50;

    /** In a minute on one connection; each can be a query. */
    private static final int MOST_MESSAGES = 600;

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();
    private final Map<String, Bucket> allowed = new ConcurrentHashMap<>();
    private final Map<String, ScheduledFuture<?>> ends = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-connections").factory());

    LiveConnections(WebGraphQlHandler graphQl, HttpMessageConverter<Object> json, Duration life) {
        super(graphQl, json, FIRST_MESSAGE, KEEP_ALIVE);
        this.life = life;
        clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_MESSAGE);
        open.put(session.getId(), session);
        allowed.put(session.getId(), allowance());
        ends.put(
                session.getId(), clock.schedule(() -> end(session, COME_BACK), life.toMillis(), TimeUnit.MILLISECONDS));
        super.afterConnectionEstablished(session);
        long theirs = open.values().stream()
                .filter(other -> who(other).equals(who(session)))
                .count();
        if (theirs > MOST_CONNECTIONS) {
            end(session, TOO_OPEN);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        Bucket left = allowed.get(session.getId());
        if (left == null || left.tryConsume(1)) {
            super.handleTextMessage(session, message);
        } else {
            end(session, TOO_MANY);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        open.remove(session.getId());
        allowed.remove(session.getId());
        ScheduledFuture<?> end = ends.remove(session.getId());
        if (end != null) {
            end.cancel(false);
        }
        super.afterConnectionClosed(session, status);
    }

    private static Optional<Object> who(WebSocketSession session) {
        return session.getPrincipal() instanceof CallerAuthentication caller
                ? Optional.of(caller.getPrincipal())
                : Optional.empty();
    }

    private static Bucket allowance() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MOST_MESSAGES).refillGreedy(MOST_MESSAGES, Duration.ofMinutes(1)))
                .build();
    }

    private void look() {
        open.values().stream().filter(session -> !stands(session)).forEach(session -> end(session, NOT_KNOWN));
    }

    /** What cannot be looked at now is looked at again. */
    private static boolean stands(WebSocketSession session) {
        try {
            return session.getPrincipal() instanceof CallerAuthentication caller && caller.stands();
        } catch (RuntimeException storage) {
            LOG.log(Level.WARNING, "whether a live connection may go on cannot be told now", storage);
            return true;
        }
    }

    private static void end(WebSocketSession session, CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a live connection was gone before it was ended", gone);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
