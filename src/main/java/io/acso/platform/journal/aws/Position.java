package io.acso.platform.journal.aws;

import io.acso.platform.journal.Journal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader has come in a shard: {@code sequence+done@seconds}, in or behind a record, or
 * {@code sequence~seconds}, behind a record and a time after it in which nothing came.
 *
 * @param sequence number of a record; zero before the first
 * @param done how many of the record's events are done with; {@link #ALL} of them
 * @param quiet whether {@code seen} is later than the record
 * @param seen everything that arrived until then has been read
 */
record Position(BigInteger sequence, int done, boolean quiet, Instant seen) {

    static final int ALL = 0;

    private static final Position BEGINNING = new Position(BigInteger.ZERO, ALL, false, Instant.EPOCH);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,128})(?:\\+(\\d{1,9})@|(~))(\\d{1,12})");

    static Position parse(String text) {
        if (text.equals(Journal.BEGINNING)) {
            return BEGINNING;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a position of this journal: '" + text + "'");
        }
        return new Position(
                new BigInteger(parts.group(1)),
                parts.group(2) == null ? ALL : Integer.parseInt(parts.group(2)),
                parts.group(3) != null,
                Instant.ofEpochSecond(Long.parseLong(parts.group(4))));
    }

    static Position in(Batch batch, int done) {
        boolean all = done >= batch.events().size();
        return new Position(batch.sequence(), all ? ALL : done, false, batch.arrived());
    }

    /** Moved by whole hours only, so that a reader that waits has little to keep. */
    Position quietUntil(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return isBeginning() || done != ALL || !hour.isAfter(seen) ? this : new Position(sequence, ALL, true, hour);
    }

    boolean isBeginning() {
        return sequence.signum() == 0;
    }

    String text() {
        if (isBeginning()) {
            return Journal.BEGINNING;
        }
        return sequence + (quiet ? "~" : "+" + done + "@") + seen.getEpochSecond();
    }
}
