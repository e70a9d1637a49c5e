package io.acso.platform.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Digest;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every object store does. An adapter's test supplies the store. */
public abstract class ObjectStoreContract {

    protected ObjectStore objects;

    /** Opens the store on this test's own storage; what an earlier opening kept is still there. */
    protected abstract ObjectStore open();

    @BeforeEach
    final void opens() {
        objects = open();
    }

    @Test
    void an_object_comes_back_by_its_hash() {
        byte[] content = new byte[1_000_000];
        new Random(7).nextBytes(content);
        Digest digest = objects.put(content);
        assertThat(digest).isEqualTo(Digest.of(content));
        assertThat(objects.get(digest)).hasValue(content);
        assertThat(objects.has(digest)).isTrue();
        assertThat(open().get(digest)).hasValue(content);
    }

    @Test
    void the_empty_object_is_an_object() {
        assertThat(objects.get(objects.put(new byte[0]))).hasValue(new byte[0]);
    }

    @Test
    void what_was_never_put_is_not_there() {
        Digest digest = Digest.of("never".getBytes(UTF_8));
        assertThat(objects.get(digest)).isEmpty();
        assertThat(objects.has(digest)).isFalse();
    }

    @Test
    void many_may_put_the_same_at_once() throws Exception {
        byte[] content = "the same".getBytes(UTF_8);
        Set<Digest> digests = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var put : threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<Digest>>mapToObj(_ -> () -> objects.put(content))
                    .toList())) {
                digests.add(put.get());
            }
        }
        assertThat(digests).containsExactly(Digest.of(content));
        assertThat(objects.get(Digest.of(content))).hasValue(content);
    }
}
