package io.acso.edge.identity;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that sign the platform's own tokens. They are a record, encrypted as every record is; a new one signs every
 * 90 days, and the one before verifies for another day.
 */
public final class SigningKeys {

    private static final Key PLACE = new Key("identity", "signing-keys");
    private static final int SCHEMA_VERSION = 1;
    private static final int BITS = 2048;
    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration VERIFIES = Duration.ofDays(1);

    private final Durability durability;
    private final InstantSource clock;

    /**
     * One key.
     *
     * @param id its name in tokens
     * @param publicKey X.509
     * @param privateKey PKCS 8
     */
    public record SigningKey(String id, byte[] publicKey, byte[] privateKey, Instant made) {

        @Override
        public String toString() {
            return "SigningKey[" + id + "]";
        }
    }

    private record Ring(List<SigningKey> keys) {}

    public SigningKeys(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    /** The newest, which signs, first; then those that still verify. */
    public List<SigningKey> keys() {
        Optional<Item> item = durability.records().get(PLACE);
        List<SigningKey> held = item.map(each -> each.as(Ring.class).keys()).orElse(List.of());
        Instant now = clock.instant();
        if (!held.isEmpty() && held.getFirst().made().plus(SIGNS).isAfter(now)) {
            return held;
        }
        SigningKey fresh = fresh(now);
        List<SigningKey> after = Stream.concat(
                        Stream.of(fresh),
                        held.stream()
                                .limit(1)
                                .filter(key ->
                                        key.made().plus(SIGNS).plus(VERIFIES).isAfter(now)))
                .toList();
        Item next = item.map(each -> each.replacedBy(new Ring(after)))
                .orElseGet(() -> Item.of(PLACE.partition(), PLACE.sort(), SCHEMA_VERSION, new Ring(after)));
        try {
            durability.commit(Commit.builder().put(next).build());
            return after;
        } catch (CommitConflict another) {
            return keys();
        }
    }

    private static SigningKey fresh(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    Secrets.readable(10),
                    pair.getPublic().getEncoded(),
                    pair.getPrivate().getEncoded(),
                    now);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no RSA", e);
        }
    }
}
