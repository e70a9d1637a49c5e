package io.acso.edge.api.rest;

import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The server on a free port, with a directory of its own, and a client that holds its token. */
final class RunningPlatform {

    static final Path DIRECTORY = directory();
    static final AtomicBoolean JOURNAL_FULL = new AtomicBoolean();

    /** Queries of records that name this fail; null for none. */
    static final AtomicReference<@Nullable String> UNREADABLE = new AtomicReference<>();

    /** What the casebook of the API read, by key or query. */
    static final Queue<String> READS = new ConcurrentLinkedQueue<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Path home;

    RunningPlatform(int port) {
        this(port, DIRECTORY);
    }

    RunningPlatform(int port, Path home) {
        this.port = port;
        this.home = home;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("authorization", "Bearer " + token(home));
    }

    HttpRequest.Builder nobodyTo(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    static String token() {
        return token(DIRECTORY);
    }

    static String token(Path directory) {
        try {
            return Files.readString(directory.resolve("token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new directory for a platform. */
    static Path directory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
            return Files.createTempDirectory(parent, "rest-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A journal that is full when a test says so, and records that tell what is read. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        static BeanPostProcessor fillable() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case Journal journal -> fillable(journal);
                        case RecordStore records -> counted(records);
                        default -> bean;
                    };
                }
            };
        }

        private static RecordStore counted(RecordStore records) {
            return new RecordStore() {
                @Override
                public Optional<Item> get(Key key) {
                    READS.add(key.toString());
                    return records.get(key);
                }

                @Override
                public Page<Item> query(Query query) {
                    READS.add("query " + query);
                    if (UNREADABLE.get() != null && query.toString().contains(UNREADABLE.get())) {
                        throw new DurabilityFailure("cannot read /secret/place");
                    }
                    return records.query(query);
                }
            };
        }

        private static Object fillable(Journal journal) {
            return Proxy.newProxyInstance(
                    Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("append") && JOURNAL_FULL.get()) {
                            throw new JournalFull("the readers are behind", Duration.ofSeconds(7));
                        }
                        try {
                            return method.invoke(journal, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
