package io.acso.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.testsupport.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Data keys: what they encrypt, in which place it opens, and how they change. */
class KeyringTest {

    private static final Place HERE = Place.of("state", "record", "incident", "1");
    private static final Place THERE = Place.of("state", "record", "incident", "2");

    private final SettableClock clock = SettableClock.atNoon();
    private final MemoryKeysetStore store = new MemoryKeysetStore();
    private final MemoryMasterKey master = new MemoryMasterKey();
    private final Keyring keys = open();

    private Keyring open() {
        return Keyring.open(store, master, clock, true);
    }

    @Test
    void what_was_encrypted_opens_in_its_place_and_nowhere_else() {
        byte[] stored = keys.encrypt(bytes("secret"), HERE);
        assertThat(new String(stored, UTF_8)).doesNotContain("secret");
        assertThat(stored).hasSizeLessThanOrEqualTo("secret".length() + BodyCipher.OVERHEAD);
        assertThat(keys.decrypt(stored, HERE)).isEqualTo(bytes("secret"));
        assertThatThrownBy(() -> keys.decrypt(stored, THERE))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("moved");
        assertThat(keys.encrypt(bytes("secret"), HERE)).isNotEqualTo(stored);
    }

    @Test
    void the_parts_of_a_place_cannot_be_shifted() {
        byte[] stored = keys.encrypt(bytes("secret"), Place.of("state", "ab", "c"));
        assertThatThrownBy(() -> keys.decrypt(stored, Place.of("state", "a", "bc")))
                .isInstanceOf(UnreadableBody.class);
    }

    @Test
    void a_change_of_any_byte_is_noticed() {
        byte[] stored = keys.encrypt(bytes("secret"), HERE);
        keys.seal("state");
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.decrypt(changed, HERE))
                    .as("byte %d", i)
                    .isInstanceOf(UnreadableBody.class);
        }
        assertThatThrownBy(() -> keys.decrypt(Arrays.copyOf(stored, stored.length - 1), HERE))
                .isInstanceOf(UnreadableBody.class);
    }

    @Test
    void a_ciphertext_names_its_key_and_older_keys_read_on() {
        byte[] before = keys.encrypt(bytes("secret"), HERE);
        String first = keys.keys().getLast().id();
        KeyInfo second = keys.rotate();
        byte[] after = keys.encrypt(bytes("secret"), HERE);
        assertThat(HexFormat.of().formatHex(before, 4, 8)).isEqualTo(first);
        assertThat(HexFormat.of().formatHex(after, 4, 8)).isEqualTo(second.id());
        assertThat(keys.keys()).extracting(KeyInfo::encrypts).containsExactly(false, true);
        assertThat(open().decrypt(before, HERE)).isEqualTo(bytes("secret"));
        assertThat(open().decrypt(after, HERE)).isEqualTo(bytes("secret"));
    }

    @Test
    void a_body_whose_key_is_gone_says_which() {
        byte[] before = keys.encrypt(bytes("secret"), HERE);
        String first = keys.keys().getLast().id();
        keys.rotate();
        keys.forget(first);
        assertThatThrownBy(() -> keys.decrypt(before, HERE))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining(first)
                .hasMessageContaining("restore");
    }

    @Test
    void keys_that_another_process_made_are_taken_up() {
        Keyring other = open();
        other.rotate();
        assertThat(keys.decrypt(other.encrypt(bytes("secret"), HERE), HERE)).isEqualTo(bytes("secret"));
        keys.rotate();
        assertThat(keys.keys()).hasSize(3);
    }

    @Test
    void a_new_master_key_wraps_the_same_data_keys() {
        byte[] stored = keys.encrypt(bytes("secret"), HERE);
        assertThat(keys.rotateMaster()).isEqualTo("memory:2");
        Optional<KeysetStore.Stored> wrappedAnew = store.load();
        assertThat(open().decrypt(stored, HERE)).isEqualTo(bytes("secret"));
        assertThat(keys.keys()).hasSize(1);

        keys.rotateMaster();
        store.restore(wrappedAnew);
        assertThatThrownBy(this::open).isInstanceOf(CryptoFailure.class).hasMessageContaining("master key");
    }

    @Test
    void clear_text_passes_until_its_store_is_sealed() {
        assertThat(keys.decrypt(bytes("{}"), HERE)).isEqualTo(bytes("{}"));
        assertThat(keys.decrypt(new byte[0], HERE)).isEmpty();
        keys.seal("state");
        assertThatThrownBy(() -> keys.decrypt(bytes("{}"), HERE))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("clear text");
        assertThat(open().refusesClearText("state")).isTrue();
        assertThat(open().decrypt(bytes("{}"), Place.of("journal", "1"))).isEqualTo(bytes("{}"));
    }

    @Test
    void a_stream_opens_whole_in_its_place() throws IOException {
        byte[] clear = new byte[200_000];
        Arrays.fill(clear, (byte) 7);
        byte[] stored = stream(clear);
        keys.rotate();
        assertThat(keys.decrypting(new ByteArrayInputStream(stored), HERE).readAllBytes())
                .isEqualTo(clear);
        assertThat(keys.decrypt(stored, HERE)).isEqualTo(clear);
        assertThatThrownBy(() -> keys.decrypt(stored, THERE)).isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> keys.decrypt(Arrays.copyOf(stored, 140_000), HERE))
                .isInstanceOf(UnreadableBody.class);
        assertThat(keys.decrypting(new ByteArrayInputStream(keys.encrypt(clear, HERE)), HERE)
                        .readAllBytes())
                .isEqualTo(clear);
    }

    private byte[] stream(byte[] clear) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (OutputStream encrypting = keys.encrypting(stored, HERE)) {
            encrypting.write(clear);
        }
        return stored.toByteArray();
    }

    @Test
    void keys_that_are_missing_or_damaged_are_not_replaced() {
        MemoryKeysetStore none = new MemoryKeysetStore();
        assertThatThrownBy(() -> Keyring.open(none, master, clock, false))
                .isInstanceOf(CryptoFailure.class)
                .hasMessageContaining("memory of this test")
                .hasMessageContaining("restore");
        assertThat(none.load()).isEmpty();

        String document = new String(store.load().orElseThrow().document(), UTF_8);
        for (String damaged :
                new String[] {"", "{}", document.substring(9), document.replace("\"keyset\":\"", "\"keyset\":\"AAAA")
                }) {
            store.restore(Optional.of(new KeysetStore.Stored(bytes(damaged), 1)));
            assertThatThrownBy(this::open)
                    .as(damaged)
                    .isInstanceOf(CryptoFailure.class)
                    .hasMessageContaining("memory of this test is damaged");
        }
        store.restore(Optional.of(new KeysetStore.Stored(bytes(document.replace("\"format\":1", "\"format\":2")), 1)));
        assertThatThrownBy(this::open).hasMessageContaining("newer ACSO");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
