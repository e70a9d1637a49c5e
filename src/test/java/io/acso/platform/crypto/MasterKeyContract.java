package io.acso.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.testsupport.SettableClock;
import org.junit.jupiter.api.Test;

/** A master key: it unwraps what it wrapped, in every generation that it was not told to forget. */
public abstract class MasterKeyContract {

    private static final Place HERE = Place.of("state", "here");

    /** The same key each time within a test. */
    protected abstract MasterKey open();

    /** A key of someone else. */
    protected abstract MasterKey another();

    @Test
    void it_unwraps_what_it_wrapped() {
        byte[] wrapped = open().wrap(bytes("data key"));
        assertThat(new String(wrapped, UTF_8)).doesNotContain("data key");
        assertThat(open().unwrap(wrapped)).isEqualTo(bytes("data key"));
        assertThat(open().id()).isEqualTo(open().id()).isNotEqualTo(another().id());
    }

    @Test
    void it_unwraps_nothing_else() {
        byte[] wrapped = another().wrap(bytes("data key"));
        assertThatThrownBy(() -> open().unwrap(wrapped)).isInstanceOf(CryptoFailure.class);
        assertThatThrownBy(() -> open().unwrap(bytes("neither key nor ciphertext")))
                .isInstanceOf(CryptoFailure.class);
        byte[] changed = open().wrap(bytes("data key"));
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> open().unwrap(changed)).isInstanceOf(CryptoFailure.class);
    }

    @Test
    void older_generations_unwrap_until_they_are_forgotten() {
        MasterKey key = open();
        byte[] before = key.wrap(bytes("data key"));
        key.renew();
        assertThat(key.unwrap(before)).isEqualTo(bytes("data key"));
        byte[] after = key.wrap(bytes("data key"));
        key.forgetOlder();
        assertThat(key.unwrap(after)).isEqualTo(bytes("data key"));
        assertThat(open().unwrap(after)).isEqualTo(bytes("data key"));
    }

    @Test
    void a_keyring_lives_through_its_rotation() {
        MemoryKeysetStore store = new MemoryKeysetStore();
        Keyring keys = Keyring.open(store, open(), SettableClock.atNoon(), true);
        byte[] stored = keys.encrypt(bytes("body"), HERE);
        keys.rotate();
        keys.rotateMaster();
        assertThat(Keyring.open(store, open(), SettableClock.atNoon(), false).decrypt(stored, HERE))
                .isEqualTo(bytes("body"));
        assertThatThrownBy(() -> Keyring.open(store, another(), SettableClock.atNoon(), true))
                .isInstanceOf(CryptoFailure.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
