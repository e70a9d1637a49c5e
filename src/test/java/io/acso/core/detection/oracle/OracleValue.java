package io.acso.core.detection.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One value of a rule against one text of an event, by what the modifiers say the value is. */
record OracleValue(Object value, List<String> modifiers, boolean keyword) {

    private static final List<String> ORDERS = List.of("lt", "lte", "gt", "gte");
    private static final List<String> TIMES = List.of("minute", "hour", "day", "week", "month", "year");
    private static final List<String> TEXTUAL = List.of(
            "contains",
            "startswith",
            "endswith",
            "windash",
            "wide",
            "utf16",
            "utf16le",
            "utf16be",
            "base64",
            "base64offset");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /** Longer texts are taken for neither number nor address. */
    private static final int LONGEST = 64;

    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d)(?:\\D.*)?)?", Pattern.DOTALL);

    boolean holds(String text) {
        if (modifiers.contains("re")) {
            return regex(text);
        }
        if (modifiers.contains("cidr")) {
            return network(text);
        }
        if (has(TIMES)) {
            return date(text);
        }
        boolean number = value instanceof Number && !has(TEXTUAL) && !keyword;
        if (number || has(ORDERS)) {
            return ordered(number(text), new BigDecimal(value.toString()));
        }
        return OracleText.fits(value.toString(), modifiers, keyword && !has(TEXTUAL), text);
    }

    private boolean has(List<String> names) {
        return modifiers.stream().anyMatch(names::contains);
    }

    private boolean regex(String text) {
        // only a line feed ends a line, as in PCRE
        int flags = Pattern.UNIX_LINES;
        flags |= modifiers.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        flags |= modifiers.contains("m") ? Pattern.MULTILINE : 0;
        flags |= modifiers.contains("s") ? Pattern.DOTALL : 0;
        return Pattern.compile(value.toString(), flags).matcher(text).find();
    }

    private boolean ordered(BigDecimal found, BigDecimal bound) {
        if (found == null) {
            return false;
        }
        int comparison = found.compareTo(bound);
        return switch (modifiers.stream().filter(ORDERS::contains).findFirst().orElse("eq")) {
            case "lt" -> comparison < 0;
            case "lte" -> comparison <= 0;
            case "gt" -> comparison > 0;
            case "gte" -> comparison >= 0;
            default -> comparison == 0;
        };
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private boolean date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDateTime time =
                    LocalDateTime.parse(date.group(1) + "T" + (date.group(2) == null ? "00:00" : date.group(2)));
            return ordered(BigDecimal.valueOf(part(time)), new BigDecimal(value.toString()));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private int part(LocalDateTime time) {
        return switch (modifiers.stream().filter(TIMES::contains).findFirst().orElseThrow()) {
            case "minute" -> time.getMinute();
            case "hour" -> time.getHour();
            case "day" -> time.getDayOfMonth();
            case "week" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "month" -> time.getMonthValue();
            default -> time.getYear();
        };
    }

    /** The address's leading bits are the network's; an IPv4 address within IPv6 is the IPv4 address. */
    private boolean network(String text) {
        String[] parts = value.toString().split("/");
        byte[] network = address(parts[0]);
        byte[] address = address(text);
        if (address == null || address.length != network.length) {
            return false;
        }
        int width = network.length * 8;
        int bits = parts.length < 2 ? width : Integer.parseInt(parts[1]);
        if (parts.length == 2 && parts[0].contains(":") && width == 32) {
            bits -= 96;
        }
        int rest = width - bits;
        return new BigInteger(1, network).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
    }

    private static byte[] address(String text) {
        String plain = text.contains(":") ? text.split("%", 2)[0] : text;
        boolean four = plain.matches("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
        boolean six = plain.contains(":") && plain.matches("[0-9a-fA-F:.]+");
        try {
            return text.length() <= LONGEST && (four || six)
                    ? InetAddress.ofLiteral(plain).getAddress()
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
