package io.acso.core.intelligence.bulk;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes indicators one by one, each in few bytes at once. For one thread, and for one set. */
public final class StoreBuilder {

    private static final int MOST_SOURCES = 1 << 16;

    /** What is said of one value is walked on every match of it, so a feed may not say it without end. */
    private static final int MOST_SAYINGS = 256;

    private final long budget;
    private final Index index = new Index(new SecureRandom().nextLong());
    private final Map<Source, Integer> sources = new LinkedHashMap<>();
    private final ByteBuffer record = ByteBuffer.allocate(Saying.MAX_RECORD);

    /** @param budget in bytes; whoever adds more is refused */
    public StoreBuilder(long budget) {
        this.budget = budget;
    }

    /**
     * @return false when this source said the same before
     * @throws NoIndicator when it cannot be kept
     * @throws BudgetSpent when there is no room for any more
     */
    public boolean add(Key key, Statement statement, Source source) {
        int number = number(source);
        long earlier = index.find(key);
        if (earlier != KeyTable.ABSENT && repeats(earlier, number, statement)) {
            return false;
        }
        if (index.bytes() > budget) {
            throw new BudgetSpent(budget);
        }
        record.clear();
        new Saying(number, earlier == KeyTable.ABSENT ? Saying.NONE : earlier, statement).write(key, record);
        index.add(key, record.array(), record.position());
        return true;
    }

    public Store build() {
        index.trim();
        List<Source> names = new ArrayList<>(sources.keySet());
        return new Store(index, names);
    }

    private int number(Source source) {
        Integer number = sources.get(source);
        if (number == null) {
            if (sources.size() == MOST_SOURCES) {
                throw new NoIndicator("there are more than " + MOST_SOURCES + " sources");
            }
            number = sources.size();
            sources.put(source, number);
        }
        return number;
    }

    private boolean repeats(long earlier, int source, Statement statement) {
        int sayings = 0;
        for (long at = earlier; at != Saying.NONE; sayings++) {
            Saying saying = index.saying(at);
            if (saying.source() == source && saying.statement().equals(statement)) {
                return true;
            }
            at = saying.earlier();
        }
        if (sayings >= MOST_SAYINGS) {
            throw new NoIndicator("its value is there " + MOST_SAYINGS + " times already");
        }
        return false;
    }
}
