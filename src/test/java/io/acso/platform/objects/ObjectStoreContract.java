package io.acso.platform.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import io.acso.platform.objects.ObjectStore.Deletion;
import io.acso.testsupport.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every object store does. An adapter's test supplies the store. */
public abstract class ObjectStoreContract {

    /** By this clock retention is asked for and, where the storage has none of its own, ends. */
    protected final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    protected ObjectStore objects;

    /** Opens the store on this test's own storage; what an earlier opening kept is still there. */
    protected abstract ObjectStore open(Sealing sealing);

    private ObjectStore open() {
        return open(Sealing.NONE);
    }

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

    @Test
    void what_is_not_retained_can_be_deleted() {
        Digest digest = objects.put(bytes("passing"));
        assertThat(objects.describe(digest)).hasValueSatisfying(object -> {
            assertThat(object.digest()).isEqualTo(digest);
            assertThat(object.size()).isEqualTo("passing".length());
            assertThat(object.keepUntil()).isNull();
        });
        assertThat(objects.delete(digest)).isEqualTo(new Deletion.Deleted());
        assertThat(objects.has(digest)).isFalse();
        assertThat(objects.get(digest)).isEmpty();
        assertThat(objects.describe(digest)).isEmpty();
        assertThat(objects.delete(digest)).isEqualTo(new Deletion.NotThere());
    }

    @Test
    void what_is_retained_cannot_be_deleted_before() {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        Digest digest = objects.put(bytes("evidence"), until);
        assertThat(keepUntil(digest)).isEqualTo(until);
        assertThat(objects.delete(digest)).isEqualTo(new Deletion.Retained(until));
        assertThat(open().delete(digest)).isEqualTo(new Deletion.Retained(until));
        assertThat(objects.get(digest)).hasValue(bytes("evidence"));
    }

    @Test
    void retention_only_grows() {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        Digest digest = objects.put(bytes("evidence"));
        objects.put(bytes("evidence"), until);
        objects.put(bytes("evidence"), until.minusSeconds(1));
        objects.put(bytes("evidence"));
        assertThat(keepUntil(digest)).isEqualTo(until);
        objects.put(bytes("evidence"), until.plusSeconds(1));
        assertThat(keepUntil(digest)).isEqualTo(until.plusSeconds(1));
    }

    @Test
    void a_part_of_a_second_is_rounded_up() {
        Instant until = clock.instant().plus(Duration.ofDays(1));
        assertThat(keepUntil(objects.put(bytes("exact"), until.plusMillis(1)))).isEqualTo(until.plusSeconds(1));
    }

    @Test
    void objects_are_listed_in_pages_by_their_digests() {
        List<Digest> all = IntStream.range(0, 25)
                .mapToObj(n -> objects.put(bytes("object " + n)))
                .sorted(Comparator.comparing(Digest::hex))
                .toList();
        assertThat(objects.list(null, 100)).containsExactlyElementsOf(all);
        assertThat(objects.list(null, 10)).containsExactlyElementsOf(all.subList(0, 10));
        assertThat(objects.list(all.get(9), 10)).containsExactlyElementsOf(all.subList(10, 20));
        assertThat(objects.list(all.get(24), 10)).isEmpty();
    }

    @Test
    void a_sealed_object_keeps_its_name_and_is_read_by_who_can_open_it() {
        ObjectStore sealed = open(new Reversed(1));
        Digest digest = sealed.put(bytes("secret"));
        assertThat(digest).isEqualTo(Digest.of(bytes("secret")));
        assertThat(sealed.get(digest)).hasValue(bytes("secret"));
        assertThatThrownBy(() -> objects.get(digest))
                .isInstanceOf(ObjectDamaged.class)
                .hasMessageContaining(digest.hex().substring(2));
    }

    @Test
    void an_object_is_sealed_anew_and_keeps_its_retention() {
        Instant until = clock.instant().plus(Duration.ofDays(1));
        Digest digest = open(new Reversed(1)).put(bytes("secret"), until);
        open(new Reversed(1)).reseal(digest, UnaryOperator.identity());
        assertThat(open(new Reversed(1)).get(digest)).hasValue(bytes("secret"));
        open(new Reversed(2))
                .reseal(digest, stored -> new Reversed(2).seal(digest, new Reversed(1).open(digest, stored)));
        assertThat(open(new Reversed(2)).get(digest)).hasValue(bytes("secret"));
        assertThat(open(new Reversed(2)).describe(digest).orElseThrow().size()).isEqualTo("secret".length() + 2);
        assertThat(keepUntil(digest)).isEqualTo(until);
        ObjectStore resealed = open(new Reversed(2));
        assertThatThrownBy(() -> resealed.reseal(digest, stored -> new Reversed(2).seal(digest, bytes("another"))))
                .isInstanceOf(ObjectDamaged.class);
        assertThat(resealed.get(digest)).hasValue(bytes("secret"));
        resealed.reseal(Digest.of(bytes("never")), stored -> bytes("never asked"));
        assertThat(resealed.has(Digest.of(bytes("never")))).isFalse();
    }

    @Test
    void an_object_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> objects.put(new byte[ObjectStore.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("split");
    }

    private @Nullable Instant keepUntil(Digest digest) {
        return objects.describe(digest).orElseThrow().keepUntil();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Hides nothing, but shows who sealed and who opens: so many bytes before the content, which is backwards. */
    private record Reversed(int mark) implements Sealing {

        @Override
        public byte[] seal(Digest digest, byte[] content) {
            byte[] sealed = new byte[content.length + mark];
            sealed[0] = (byte) mark;
            for (int i = 0; i < content.length; i++) {
                sealed[sealed.length - 1 - i] = content[i];
            }
            return sealed;
        }

        @Override
        public byte[] open(Digest digest, byte[] stored) {
            int before = stored[0];
            byte[] content = new byte[stored.length - before];
            for (int i = 0; i < content.length; i++) {
                content[i] = stored[stored.length - 1 - i];
            }
            return content;
        }
    }
}
