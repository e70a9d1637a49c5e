package io.acso.core.intelligence.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.acso.core.intelligence.bulk.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file that say something here.
 *
 * @param line of the header, which may be the last comment before the first record
 * @param values columns that hold values, and of which form
 */
record CsvHeader(long line, char separator, Map<Integer, Form> values, Map<Part, Integer> parts) {

    /** What a row says beside its values. */
    enum Part {
        TYPE("type", "ioc_type", "indicator_type"),
        ID("id", "uuid", "ioc_id", "indicator_id"),
        VALID_FROM("valid_from", "first_seen", "first_seen_utc", "dateadded", "date"),
        VALID_UNTIL("valid_until", "expires", "expiration", "expiration_date"),
        CONFIDENCE("confidence", "confidence_level"),
        LABELS("labels", "tags", "tag"),
        SOURCE("source", "provider", "feed");

        private final List<String> names;

        Part(String... names) {
            this.names = List.of(names);
        }
    }

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** The header among the first lines; null when this is no CSV. */
    static @Nullable CsvHeader in(List<String> head) {
        String comment = "";
        int commentAt = 0;
        for (int i = 0; i < head.size(); i++) {
            String line = head.get(i).strip();
            if (line.startsWith("#")) {
                comment = line.startsWith(Directives.MARK)
                        ? comment
                        : line.substring(1).strip();
                commentAt = i + 1;
            } else if (!line.isEmpty()) {
                CsvHeader header = of(line, i + 1L);
                return header == null ? ofComment(comment, commentAt, line) : header;
            }
        }
        return null;
    }

    private static @Nullable CsvHeader of(String line, long number) {
        for (char separator : SEPARATORS) {
            CsvHeader header = of(fields(line, separator), number, separator);
            if (!header.values.isEmpty()) {
                return header;
            }
        }
        return null;
    }

    /** Prose with commas is no header: it has as many columns as the first row. */
    private static @Nullable CsvHeader ofComment(String comment, long number, String row) {
        CsvHeader header = of(comment, number);
        if (header == null) {
            return null;
        }
        int columns = fields(comment, header.separator).size();
        return columns > 1 && fields(row, header.separator).size() == columns ? header : null;
    }

    private static List<String> fields(String line, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .trimWhitespacesAroundQuotes(true)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException noHeader) {
            return List.of();
        }
    }

    private static CsvHeader of(List<String> names, long line, char separator) {
        Map<Integer, Form> values = new LinkedHashMap<>();
        Map<Part, Integer> parts = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '_')
                    .replace('-', '_');
            Form form = TypeNames.column(name);
            if (form != null) {
                values.put(column, form);
            }
            for (Part part : Part.values()) {
                if (part.names.contains(name)) {
                    parts.putIfAbsent(part, column);
                }
            }
        }
        return new CsvHeader(line, separator, values, parts);
    }

    String part(Part part, List<String> row) {
        Integer column = parts.get(part);
        return column == null || column >= row.size() ? "" : row.get(column).strip();
    }

    /** The columns with values, in their order. */
    List<Integer> columns() {
        return new ArrayList<>(values.keySet());
    }
}
