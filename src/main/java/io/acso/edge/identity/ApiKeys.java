package io.acso.edge.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** API keys: {@code acso_}, an id, and a secret of 256 bits of which only the digest is kept. */
public final class ApiKeys {

    /** What every key begins with, so that scanners for leaked secrets find it. */
    public static final String PREFIX = "acso_";

    /** No key is valid for longer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Pattern KEY = Pattern.compile(PREFIX + "([a-z2-7]{16})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 10;

    private final Register<ApiKey> keys;
    private final People people;
    private final Programs programs;
    private final Facts facts;
    private final InstantSource clock;
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public ApiKeys(Durability durability, People people, Programs programs, InstantSource clock) {
        this.keys = new Register<>(durability, "api-key", ApiKey.class);
        this.people = people;
        this.programs = programs;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /** A key and its text, which nobody can show again. */
    public record Made(ApiKey key, String text) {
        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }

    /**
     * Makes a key.
     *
     * @param scopes operations or nouns; empty for no limit but the roles
     * @throws IllegalArgumentException when the name or a scope is none, or the expiry is out of range
     */
    public Made make(String name, Set<Role> roles, Set<String> scopes, Instant expires, Principal owner) {
        Instant now = clock.instant();
        Scopes.check(name, roles, scopes);
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException(
                    "a key expires between now and " + LONGEST.toDays() + " days from now, not at " + expires);
        }
        String id = Secrets.readable(ID_BYTES);
        String secret = Secrets.token();
        ApiKey key = new ApiKey(id, name, owner, roles, scopes, Secrets.hash(secret), now, expires);
        keys.add(
                keys.item(id, key).expiring(expires),
                programs.made(id, owner),
                facts.of("ApiKeyMade", owner, id, Map.of("roles", Scopes.text(roles), "expires", expires.toString())));
        return new Made(key, PREFIX + id + "_" + secret);
    }

    /** Who calls with this text; empty when it is no key of ours, has expired, or its owner has left. */
    public Optional<Caller> find(String text) {
        Matcher parts = KEY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<ApiKey> named = keys.find(parts.group(1));
        Optional<Caller> caller = named.filter(key -> Secrets.matches(parts.group(2), key.hash()))
                .filter(key -> key.expires().isAfter(clock.instant()))
                .flatMap(this::caller);
        if (caller.isEmpty()) {
            named.ifPresent(this::refused);
        }
        return caller;
    }

    /** The ledger hears of each key once a minute, however often a program tries. */
    private void refused(ApiKey key) {
        if (lately.asMap().putIfAbsent(key.id(), true) == null) {
            keys.tell(facts.of("SignInRefused", Principal.service("sign-in"), key.id(), Map.of("factor", "api-key")));
        }
    }

    public Page<ApiKey> list(int limit, @Nullable String cursor) {
        return keys.page(limit, cursor);
    }

    public Optional<ApiKey> byId(String id) {
        return keys.find(id);
    }

    public void revoke(ApiKey key, Principal by) {
        keys.remove(key.id(), facts.of("ApiKeyRevoked", by, key.id()));
    }

    /** With the roles that its owner still has. */
    private Optional<Caller> caller(ApiKey key) {
        Optional<Set<Role>> held = Scopes.ownersRoles(people, key.owner());
        return held.map(roles -> new Caller(
                key.principal(),
                key.name(),
                Scopes.both(key.roles(), roles),
                key.scopes(),
                Map.of(Factor.TOKEN, clock.instant()),
                null));
    }
}
