package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.FeedReport;
import io.acso.core.intelligence.FeedReport.BadLine;
import io.acso.core.intelligence.bulk.Form;
import io.acso.core.intelligence.bulk.NoIndicator;
import io.acso.core.intelligence.bulk.Source;
import io.acso.core.intelligence.bulk.Statement;
import io.acso.core.intelligence.bulk.StoreBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a file says, one value at a time, and keeps account. */
public final class FeedIntake {

    private static final int EXAMPLES = 20;

    private final String file;
    private final StoreBuilder builder;
    private final List<BadLine> examples = new ArrayList<>();
    private long added;
    private long repeated;
    private long setAside;
    private long refused;
    private @Nullable String cutShort;

    public FeedIntake(String file, StoreBuilder builder) {
        this.file = file;
        this.builder = builder;
    }

    String file() {
        return file;
    }

    void take(long line, Form form, String value, Statement statement, Source source) {
        try {
            if (builder.add(form.read(value), statement, source)) {
                added++;
            } else {
                repeated++;
            }
        } catch (NoIndicator no) {
            refuse(line, String.valueOf(no.getMessage()));
        }
    }

    void refuse(long line, String reason) {
        refused++;
        if (examples.size() < EXAMPLES) {
            examples.add(new BadLine(line, reason));
        }
    }

    void setAside() {
        setAside++;
    }

    /** The rest of the file could not be read. */
    public void cutShort(String reason) {
        cutShort = reason;
    }

    public FeedReport report() {
        return new FeedReport(file, added, repeated, setAside, refused, examples, cutShort);
    }
}
