package io.acso.core.intelligence.feed;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.acso.core.intelligence.bulk.Form;
import io.acso.core.intelligence.bulk.NoIndicator;
import io.acso.core.intelligence.bulk.Source;
import io.acso.core.intelligence.bulk.Statement;
import io.acso.core.intelligence.feed.CsvHeader.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table with a header. A row may have several values, such as the hashes of one file. */
final class CsvList {

    /** A longer field is most likely a quote that nobody closed. */
    private static final int LONGEST = 1 << 20;

    private final FeedIntake intake;
    private final Source source;
    private final CsvHeader header;

    CsvList(FeedIntake intake, Source source, CsvHeader header) {
        this.intake = intake;
        this.source = source;
        this.header = header;
    }

    void read(InputStream in) throws IOException {
        long line = header.line();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(header.separator())
                .commentStrategy(CommentStrategy.SKIP)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            for (CsvRecord row : rows) {
                line = row.getStartingLineNumber();
                if (line > header.line()) {
                    row(line, row.getFields());
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException("after line " + line + ": " + e.getMessage(), e);
        }
    }

    private void row(long line, List<String> row) {
        try {
            String type = header.part(Part.TYPE, row);
            Statement statement = statement(row);
            String named = header.part(Part.SOURCE, row);
            Source of = named.isEmpty() ? source : source.named(named);
            boolean any = false;
            for (int column : header.columns()) {
                String value = column < row.size() ? row.get(column).strip() : "";
                if (!value.isEmpty()) {
                    any = true;
                    value(line, column, type, value, statement, of);
                }
            }
            if (!any) {
                intake.refuse(line, "the row has no value");
            }
        } catch (NoIndicator no) {
            intake.refuse(line, String.valueOf(no.getMessage()));
        }
    }

    private void value(long line, int column, String type, String value, Statement statement, Source of) {
        Form form = header.values().getOrDefault(column, Form.ANY);
        if (form == Form.ANY && !type.isEmpty()) {
            TypedValue.read(type, value)
                    .forEach(typed -> intake.take(line, typed.form(), typed.value(), statement, of));
        } else {
            intake.take(line, form, value, statement, of);
        }
    }

    private Statement statement(List<String> row) {
        String id = header.part(Part.ID, row);
        return new Statement(
                id.isEmpty() ? null : id,
                Said.time(header.part(Part.VALID_FROM, row)),
                Said.time(header.part(Part.VALID_UNTIL, row)),
                Said.confidence(header.part(Part.CONFIDENCE, row)),
                Said.labels(header.part(Part.LABELS, row)));
    }
}
