package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.util.Optional;

/** A record that only the right keys open, so that lost or foreign keys are noticed before anything is written. */
public final class KeyWitness {

    private static final Key KEY = new Key("encryption", "witness");
    private static final int SCHEMA_VERSION = 1;

    private record Witness(String keys) {}

    private KeyWitness() {}

    /** Whether something here was encrypted before; {@code durability} as its provider keeps it. */
    public static boolean isIn(Durability durability) {
        return durability.records().get(KEY).isPresent();
    }

    /**
     * Makes sure that these keys belong to what is stored, for good.
     *
     * @param encrypted the durability that uses the keys
     * @param where the keys are, for the message
     * @throws CryptoFailure when they do not
     */
    public static void check(Durability encrypted, Keyring keys, String where) {
        Optional<Item> witness;
        try {
            witness = encrypted.records().get(KEY);
        } catch (UnreadableBody e) {
            throw new CryptoFailure(
                    "%s holds other keys than those that encrypted what is stored: restore the keys that belong to it"
                            .formatted(where),
                    e);
        }
        if (witness.isEmpty()) {
            Witness mine = new Witness(keys.name());
            encrypted.commit(Commit.builder()
                    .overwrite(Item.of(KEY.partition(), KEY.sort(), SCHEMA_VERSION, mine))
                    .build());
        }
    }
}
