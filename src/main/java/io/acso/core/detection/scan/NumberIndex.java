package io.acso.core.detection.scan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that a value may be, however it is written. */
public final class NumberIndex {

    private final Map<BigDecimal, Integer> numbers = new HashMap<>();

    /** Before the index is shared; one number is added once. */
    public void add(BigDecimal number, int reported) {
        numbers.put(number.stripTrailingZeros(), reported);
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    public void find(@Nullable BigDecimal number, Hits hits) {
        Integer found = number == null ? null : numbers.get(number.stripTrailingZeros());
        if (found != null) {
            hits.hit(found);
        }
    }
}
