package io.acso.edge.backtest;

import io.acso.domain.event.LogSource;
import io.acso.edge.ingest.Piece;
import io.acso.edge.ingest.Piece.Found.Readable;
import io.acso.edge.ingest.Piece.Found.Unreadable;
import io.acso.edge.ingest.PieceReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Looks at every record of some inputs, on several threads, and tells what was found in the order of the records.
 *
 * @param <R> what a look finds
 */
public final class Sweep<R> implements AutoCloseable {

    private final Look<R> look;
    private final Report<R> report;
    private final InOrder<Portion, Looked<R>> work;
    private final Map<LogSource, Long> sources = new HashMap<>();
    private long bytes;
    private long events;
    private long unreadable;
    private long inputEvents;

    /** What is made of one record. Called by several threads. */
    public interface Look<R> {

        /**
         * @param json the raw record as rules see it, UTF-8
         * @throws JacksonException when it is not one JSON value
         * @return null when there is nothing to tell
         */
        @Nullable
        R at(LogSource source, byte[] json);
    }

    /** Who is told, by one thread at a time. Throwing ends the sweep. */
    public interface Report<R> {

        /** @param event number of the record within its input, from 0 */
        void found(String input, long event, R result);

        /** @param line of the input, from 1 */
        void unreadable(String input, long line, String reason);

        /** The input ended before its true end. */
        void cutShort(String input, long events, String why);

        /**
         * All that was found so far may be shown; more may be long in coming.
         *
         * @param events of the input that were looked at
         */
        void reached(String input, long events);

        /** Whoever read the inputs read all of them, and all was told. */
        default void ended() {}
    }

    /**
     * What went through.
     *
     * @param events all records, the unreadable included
     * @param bytes of the inputs, uncompressed
     * @param sources how many events each log source had
     */
    public record Totals(long events, long unreadable, long bytes, Map<LogSource, Long> sources) {}

    private record Portion(
            String input,
            boolean first,
            @Nullable Piece piece,
            @Nullable String cutShort) {}

    private record Hit<R>(long event, R result) {}

    /** Gathers what is found in a portion. */
    private static final class Found<R> {
        private final List<Hit<R>> hits = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private final Map<LogSource, Long> sources = new HashMap<>();
        private final List<String> failures = new ArrayList<>();
        private int events;
    }

    private record Looked<R>(
            Portion portion,
            int events,
            List<Hit<R>> hits,
            List<Unreadable> unreadable,
            Map<LogSource, Long> sources,
            @Nullable String cutShort) {}

    /** @param threads one or more; with one, all is done by the caller's */
    public Sweep(int threads, Look<R> look, Report<R> report) {
        this.look = look;
        this.report = report;
        this.work = new InOrder<>(threads, this::look, this::tell);
    }

    /**
     * Reads an input to its end. Returns when all is read, not when all is told.
     *
     * @param name of the input, for the report
     * @param in closed by the caller
     */
    public void read(String name, InputStream in) {
        PieceReader reader = new PieceReader(in);
        boolean first = true;
        for (Piece piece = reader.next(); piece != null; piece = reader.next()) {
            work.add(new Portion(name, first, piece, null));
            first = false;
        }
        if (reader.cutShort() != null) {
            work.add(new Portion(name, first, null, reader.cutShort()));
        }
    }

    /** Reads records that are at hand, as one input. */
    public void read(String name, Iterable<Piece> pieces) {
        boolean first = true;
        for (Piece piece : pieces) {
            work.add(new Portion(name, first, piece, null));
            first = false;
        }
    }

    /** Waits until all is told. */
    @Override
    public void close() {
        work.close();
    }

    /** Complete once this is closed. */
    public Totals totals() {
        return new Totals(events, unreadable, bytes, Map.copyOf(sources));
    }

    private Looked<R> look(Portion portion) {
        Found<R> found = new Found<>();
        if (portion.cutShort() != null) {
            found.failures.add(portion.cutShort());
        }
        if (portion.piece() != null) {
            for (Piece.Found record : portion.piece().records(found.failures::add)) {
                if (!look(record, found)) {
                    Piece.again((Readable) record).forEach(part -> lookAtPart(part, found));
                }
            }
        }
        String failure = found.failures.isEmpty() ? null : found.failures.getFirst();
        return new Looked<>(portion, found.events, found.hits, found.unreadable, found.sources, failure);
    }

    private void lookAtPart(Piece.Found part, Found<R> found) {
        if (!look(part, found)) {
            found.events++;
            found.unreadable.add(new Unreadable(((Readable) part).line(), "not JSON, or nested too deeply"));
        }
    }

    /** False, and nothing counted, where this is not one JSON value. */
    private boolean look(Piece.Found record, Found<R> found) {
        switch (record) {
            case Unreadable bad -> found.unreadable.add(bad);
            case Readable readable -> {
                try {
                    R result = look.at(readable.logSource(), readable.json());
                    if (result != null) {
                        found.hits.add(new Hit<>(found.events, result));
                    }
                } catch (JacksonException e) {
                    return false;
                }
                found.sources.merge(readable.logSource(), 1L, Long::sum);
            }
        }
        found.events++;
        return true;
    }

    private void tell(Looked<R> looked) {
        Portion portion = looked.portion();
        if (portion.first()) {
            inputEvents = 0;
        }
        for (Hit<R> hit : looked.hits()) {
            report.found(portion.input(), inputEvents + hit.event(), hit.result());
        }
        looked.unreadable().forEach(bad -> report.unreadable(portion.input(), bad.line(), bad.reason()));
        looked.sources().forEach((source, count) -> sources.merge(source, count, Long::sum));
        inputEvents += looked.events();
        events += looked.events();
        unreadable += looked.unreadable().size();
        bytes += portion.piece() == null ? 0 : portion.piece().size();
        report.reached(portion.input(), inputEvents);
        if (looked.cutShort() != null) {
            report.cutShort(portion.input(), inputEvents, looked.cutShort());
        }
    }
}
