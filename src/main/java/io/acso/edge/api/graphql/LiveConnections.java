package io.acso.edge.api.graphql;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * GraphQL over WebSocket (graphql-transport-ws), each connection for a while only: whoever comes back proves anew who
 * they are, so that a session that was ended does not go on to see, and misses nothing for its cursor.
 */
final class LiveConnections extends GraphQlWebSocketHandler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveConnections.class.getName());
    private static final Duration FIRST_MESSAGE = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    /** Longer than a query of the console, and no more than one buffer. */
    private static final int LARGEST_MESSAGE = 64 * 1024;

    private static final CloseStatus COME_BACK = CloseStatus.SERVICE_RESTARTED.withReason("connect again");

    private final Duration life;
    private final Map<String, ScheduledFuture<?>> ends = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-connections").factory());

    LiveConnections(WebGraphQlHandler graphQl, HttpMessageConverter<Object> json, Duration life) {
        super(graphQl, json, FIRST_MESSAGE, KEEP_ALIVE);
        this.life = life;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_MESSAGE);
        ends.put(session.getId(), clock.schedule(() -> end(session), life.toMillis(), TimeUnit.MILLISECONDS));
        super.afterConnectionEstablished(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        ScheduledFuture<?> end = ends.remove(session.getId());
        if (end != null) {
            end.cancel(false);
        }
        super.afterConnectionClosed(session, status);
    }

    private static void end(WebSocketSession session) {
        try {
            session.close(COME_BACK);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a live connection was gone before it was ended", gone);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
