package io.acso.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.testsupport.SettableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Old bodies come under the newest key, and then, not before, the old key can be forgotten. */
class ReencryptionTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final MemoryKeysetStore keyset = new MemoryKeysetStore();
    private final Keyring keys = Keyring.open(keyset, new MemoryMasterKey(), clock, true);
    private final MemoryBodies state = new MemoryBodies("state");
    private final MemoryBodies journal = new MemoryBodies("journal");
    private final Reencryption reencryption = new Reencryption(keys, keyset, List.of(state, journal), clock);
    private final String first = keys.keys().getFirst().id();

    private void fill(MemoryBodies store, int number) {
        for (int i = 0; i < number; i++) {
            String name = "%04d".formatted(i);
            store.bodies.put(name, keys.encrypt(name.getBytes(UTF_8), store.place(name)));
        }
    }

    @Test
    void every_body_is_brought_under_the_newest_key_once() {
        fill(state, 250);
        fill(journal, 3);
        keys.rotate();
        fill(journal, 1);
        assertThat(reencryption.renew(() -> true)).isEqualTo(new Reencryption.Pass(253, 252, 0, true));
        assertThat(reencryption.renew(() -> true)).isEqualTo(new Reencryption.Pass(253, 0, 0, true));
        state.bodies.forEach((name, body) ->
                assertThat(keys.decrypt(body, state.place(name))).isEqualTo(name.getBytes(UTF_8)));
    }

    @Test
    void clear_text_is_encrypted_and_refused_from_then_on() {
        state.bodies.put("a", "{}".getBytes(UTF_8));
        reencryption.sealEncryptedStores();
        assertThat(keys.refusesClearText("state")).isFalse();
        assertThat(keys.refusesClearText("journal")).isTrue();

        assertThat(reencryption.renew(() -> true).renewed()).isEqualTo(1);
        assertThat(keys.refusesClearText("state")).isTrue();
        assertThat(keys.decrypt(state.bodies.get("a"), state.place("a"))).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void a_pass_that_is_stopped_seals_nothing() {
        state.bodies.put("a", "{}".getBytes(UTF_8));
        assertThat(reencryption.renew(() -> false).complete()).isFalse();
        assertThat(keys.refusesClearText("state")).isFalse();
    }

    @Test
    void a_key_is_forgotten_only_when_nothing_needs_it() {
        fill(state, 5);
        refused(first, "rotate first");
        keys.rotate();
        refused(first, "another process");
        clock.advance(keyset.lag());
        refused(first, "{state=5}");
        refused("00000000", "no data key");
        reencryption.renew(() -> true);
        reencryption.retire(first);
        assertThat(keys.keys()).extracting(KeyInfo::id).doesNotContain(first).hasSize(1);
    }

    @Test
    void a_damaged_body_stays_and_holds_no_key() {
        fill(state, 2);
        state.bodies.get("0001")[30] ^= 1;
        keys.rotate();
        clock.advance(keyset.lag());
        assertThat(reencryption.renew(() -> true)).isEqualTo(new Reencryption.Pass(2, 1, 1, true));
        reencryption.retire(first);
        assertThatThrownBy(() -> keys.decrypt(state.bodies.get("0001"), state.place("0001")))
                .isInstanceOf(UnreadableBody.class);
    }

    private void refused(String key, String why) {
        assertThatThrownBy(() -> reencryption.retire(key))
                .isInstanceOf(KeyInUse.class)
                .hasMessageContaining(why);
    }
}
