package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.Indicator;
import io.acso.core.intelligence.IndicatorType;
import io.acso.domain.kernel.Digest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Indicators that nothing can be added to any more; for any number of threads. */
public final class Store {

    private final Index index;
    private final List<Source> sources;

    Store(Index index, List<Source> sources) {
        this.index = index;
        this.sources = List.copyOf(sources);
    }

    /** Everything that is said of whatever a text of an event can be, valid or not. */
    public void find(String text, Consumer<Indicator> found) {
        new Search(index, address -> report(address, found)).text(text);
    }

    public long count(IndicatorType type) {
        return index.count(type);
    }

    /** Memory that it takes, in bytes. */
    public long bytes() {
        return index.bytes();
    }

    private void report(long address, Consumer<Indicator> found) {
        Key key = index.key(address);
        for (long at = address; at != Saying.NONE; ) {
            Saying saying = index.saying(at);
            found.accept(indicator(key, saying));
            at = saying.earlier();
        }
    }

    private Indicator indicator(Key key, Saying saying) {
        Source source = sources.get(saying.source());
        Statement said = saying.statement();
        Statement otherwise = source.defaults();
        String value = Form.text(key);
        String id = said.id() != null
                ? said.id()
                : Digest.id("indicator", key.type().label(), value, source.name());
        return new Indicator(
                id,
                key.type(),
                value,
                or(said.validFrom(), otherwise.validFrom()),
                or(said.validUntil(), otherwise.validUntil()),
                or(said.confidence(), otherwise.confidence()),
                source.decay(),
                source.name(),
                Stream.concat(otherwise.labels().stream(), said.labels().stream())
                        .distinct()
                        .toList());
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T otherwise) {
        return said == null ? otherwise : said;
    }
}
