package io.acso.platform.secrets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers newest versions for a short while, and that there is none. A changed secret is seen when it is over. */
public final class CachedSecrets implements SecretStore {

    private static final int MOST = 1_000;

    private final SecretStore store;
    private final Cache<String, Optional<Secret>> newest;

    public CachedSecrets(SecretStore store, Duration life, InstantSource clock) {
        this.store = store;
        this.newest = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(life)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Optional<Secret> get(String name) {
        return newest.get(name, store::get);
    }

    @Override
    public Optional<Secret> get(String name, String version) {
        return store.get(name, version);
    }
}
