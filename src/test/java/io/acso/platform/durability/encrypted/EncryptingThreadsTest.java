package io.acso.platform.durability.encrypted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Place;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.testsupport.InMemoryDurability;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The library's source of randomness is the thread's own: few threads that stay encrypt for many that do not. */
class EncryptingThreadsTest {

    private final Watched cipher = new Watched();
    private final EncryptedDurability durability = new EncryptedDurability(new InMemoryDurability(), cipher);

    @Test
    void many_virtual_threads_encrypt_on_a_few_that_stay() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String key = "key" + i;
                callers.submit(() -> put(key));
            }
        }
        assertThat(durability.records().get(new Key("some", "key199"))).isPresent();
        assertThat(cipher.threads)
                .hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors())
                .noneMatch(Thread::isVirtual);
    }

    @Test
    void a_thread_that_stays_encrypts_itself() {
        put("key");
        assertThat(cipher.threads).containsExactly(Thread.currentThread());
    }

    @Test
    void what_fails_there_fails_here() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThatThrownBy(() -> callers.submit(() -> put(Watched.REFUSED)).get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("refused");
        }
    }

    private void put(String key) {
        durability.commit(Commit.builder()
                .overwrite(Item.of("some", key, 1, "body of " + key))
                .build());
    }

    /** Leaves bodies as they are. */
    private static final class Watched implements BodyCipher {

        private static final String REFUSED = "refused";

        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        @Override
        public byte[] encrypt(byte[] clear, Place place) {
            threads.add(Thread.currentThread());
            if (new String(clear, StandardCharsets.UTF_8).contains(REFUSED)) {
                throw new IllegalArgumentException(REFUSED);
            }
            return NONE.encrypt(clear, place);
        }

        @Override
        public byte[] decrypt(byte[] stored, Place place) {
            return NONE.decrypt(stored, place);
        }

        @Override
        public OutputStream encrypting(OutputStream stored, Place place) {
            return stored;
        }

        @Override
        public InputStream decrypting(InputStream stored, Place place) {
            return stored;
        }
    }
}
