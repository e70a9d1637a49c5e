package io.acso.edge.ingest.linux;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A record of the Linux audit system, {@code type=EXECVE msg=audit(1364481363.243:24287): a0="ls"}. Text
 * that the kernel did not trust is written in hex without quotes; it is decoded.
 *
 * @param node the host, when the line names it
 */
record AuditLine(
        String type, Instant time, String serial, @Nullable String node, Map<String, String> fields) {

    private static final Pattern LINE = Pattern.compile(
            "(?:node=(\\S{1,255}+) )?type=(\\S{1,64}+) msg=audit\\((\\d{1,12})\\.(\\d{1,9}):(\\d{1,20})\\):? ?(.*+)",
            Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*+)=(\"[^\"]*+\"|'[^']*+'|\\S*+)");
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-F]{2})++");
    private static final Set<String> UNTRUSTED = Set.of("proctitle", "name", "exe", "comm", "cwd", "cmd", "path");
    private static final int MOST_FIELDS = 500;

    static @Nullable AuditLine parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return null;
        }
        long nanos = Long.parseLong((parts.group(4) + "00000000").substring(0, 9));
        Instant time = Instant.ofEpochSecond(Long.parseLong(parts.group(3)), nanos);
        return new AuditLine(
                parts.group(2), time, parts.group(5), parts.group(1), fields(parts.group(2), parts.group(6)));
    }

    /** What was started, with its arguments; null when this is no record of a start. */
    @Nullable
    String arguments() {
        if (!type.equals("EXECVE") || !fields.containsKey("a0")) {
            return null;
        }
        return IntStream.range(0, MOST_FIELDS)
                .mapToObj(i -> fields.get("a" + i))
                .takeWhile(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> fields(String type, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find() && fields.size() < MOST_FIELDS) {
            String name = matcher.group(1);
            String value = matcher.group(2);
            boolean quoted = value.startsWith("\"");
            if (value.startsWith("'")) {
                fields.putAll(fields(type, value.substring(1, value.length() - 1)));
            } else {
                fields.put(name, quoted ? value.substring(1, value.length() - 1) : decoded(type, name, value));
            }
        }
        return fields;
    }

    private static String decoded(String type, String name, String value) {
        boolean argument = type.equals("EXECVE") && name.matches("a\\d+");
        if (!(argument || UNTRUSTED.contains(name)) || !HEX.matcher(value).matches()) {
            return value;
        }
        String text = new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8);
        return text.replace('\0', ' ').stripTrailing();
    }
}
