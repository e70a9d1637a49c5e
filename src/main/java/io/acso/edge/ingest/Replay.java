package io.acso.edge.ingest;

import io.acso.platform.durability.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through the whole quarantine once, a page at a time. */
final class Replay {

    private static final int PAGE = 100;
    private static final int SHOWN = 20;

    private final Quarantine quarantine;
    private final Function<Quarantined, Receipt> attempt;
    private final List<Rejection> rejections = new ArrayList<>();
    private int accepted;
    private int duplicates;
    private int remaining;

    Replay(Quarantine quarantine, Function<Quarantined, Receipt> attempt) {
        this.quarantine = quarantine;
        this.attempt = attempt;
    }

    Receipt all() {
        @Nullable String cursor = null;
        do {
            Page<Quarantined> page = quarantine.list(PAGE, cursor);
            for (Quarantined record : page.items()) {
                Receipt receipt = attempt.apply(record);
                count(receipt);
                if (receipt.retryAfter() != null) {
                    return new Receipt(accepted, duplicates, remaining, rejections, null, receipt.retryAfter());
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return new Receipt(accepted, duplicates, remaining, rejections, null, null);
    }

    private void count(Receipt receipt) {
        accepted += receipt.accepted();
        duplicates += receipt.duplicates();
        remaining += receipt.quarantined();
        receipt.rejections().stream().limit(SHOWN - rejections.size()).forEach(rejections::add);
    }
}
