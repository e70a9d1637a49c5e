import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Reads Maven's output from standard input, shows a line per test class, and ends with
 * {@code N passed, N failed, N skipped}, from Surefire's reports, after the skips and failures by name.
 *
 * <p>A build that ends badly without a failed test (a compile error, a test JVM that died) counts as one failure, so the
 * closing line and the exit status never disagree.
 */
final class TestSummary {
    private static final Pattern CLASS_DONE =
            Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), "
                    + "Time elapsed: ([\\d.,]+) s.* -- in (\\S+)");
    private static final Pattern DIED =
            Pattern.compile("forked VM terminated|error in the fork|forked Java Virtual Machine|BUILD FAILURE");
    private static final Pattern ENDED = Pattern.compile("maven ended with (\\d+)");
    private static final int TAIL = 40;

    private final Deque<String> tail = new ArrayDeque<>();
    private final List<String> skips = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int skipped;
    private boolean endedWell;
    private boolean died;

    private TestSummary() {}

    public static void main(String[] args) throws Exception {
        TestSummary summary = new TestSummary();
        summary.follow(Path.of(args[1]));
        summary.read(Path.of(args[0]));
        System.exit(summary.close(Path.of(args[1])) ? 0 : 1);
    }

    private void follow(Path log) throws IOException {
        System.out.println("running the tests; everything Maven says is in " + log);
        Files.createDirectories(log.getParent());
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                var copy = new PrintWriter(Files.newBufferedWriter(log))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                see(line);
            }
        }
    }

    private void see(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL) {
            tail.removeFirst();
        }
        var ended = ENDED.matcher(line);
        if (ended.matches()) {
            endedWell = ended.group(1).equals("0");
        }
        died |= DIED.matcher(line).find();
        var done = CLASS_DONE.matcher(line);
        if (done.find()) {
            boolean good = done.group(2).equals("0") && done.group(3).equals("0");
            System.out.printf(
                    "%-6s %s (%s tests, %s s)%n", good ? "ok" : "FAILED", done.group(6), done.group(1), done.group(5));
        }
    }

    private void read(Path reports) throws Exception {
        var files = new TreeMap<String, Path>();
        if (Files.isDirectory(reports)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                found.forEach(file -> files.put(file.getFileName().toString(), file));
            }
        }
        for (Path file : files.values()) {
            count(file);
        }
        Path aborted = reports.resolve("aborted-classes.tsv");
        if (Files.exists(aborted)) {
            Files.readAllLines(aborted).forEach(this::addAborted);
        }
    }

    /** Written by the tests' own listener, since Surefire reports no test of such a class. */
    private void addAborted(String line) {
        String[] fields = line.split("\t", 3);
        int tests = Integer.parseInt(fields[0]);
        skipped += tests;
        skips.add(fields[1] + " (" + tests + (tests == 1 ? " test): " : " tests): ") + fields[2]);
    }

    /** A failed comparison of two documents holds both, which is more than the parser takes of strangers. */
    private static DocumentBuilderFactory anyLength() {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private void count(Path file) throws Exception {
        var cases = anyLength().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = name(test);
            Element bad = first(test, "failure", "error");
            Element skip = first(test, "skipped");
            if (bad != null) {
                failures.add(name + ": " + reason(bad, 6));
            } else if (skip != null) {
                skipped++;
                skips.add(name + ": " + reason(skip, 1).replaceFirst("^org\\.opentest4j\\.\\w+: ", ""));
            } else {
                passed++;
            }
        }
    }

    private static String name(Element test) {
        String method = test.getAttribute("name");
        return test.getAttribute("classname") + (method.isEmpty() ? "" : "." + method);
    }

    private static Element first(Element test, String... tags) {
        for (String tag : tags) {
            var found = test.getElementsByTagName(tag);
            if (found.getLength() > 0) {
                return (Element) found.item(0);
            }
        }
        return null;
    }

    /** The first lines, without the stack: where a rule of the house is broken, they name what breaks it. */
    private static String reason(Element element, int lines) {
        String message = element.getAttribute("message");
        String text = message.isBlank() ? element.getTextContent() : message;
        String reason = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(lines)
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .collect(Collectors.joining("\n    "));
        return reason.isEmpty() ? "no reason given" : reason;
    }

    private boolean close(Path log) {
        if (failures.isEmpty() && (!endedWell || died)) {
            tail.forEach(System.out::println);
            failures.add("the build or a test JVM ended badly, see " + log);
        } else if (died) {
            failures.add("a test JVM ended badly, so tests are missing here, see " + log);
        } else if (failures.isEmpty() && passed == 0) {
            failures.add("no test ran, see " + log);
        }
        skips.forEach(skip -> System.out.println("skipped: " + skip));
        failures.forEach(failure -> System.out.println("failed: " + failure));
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failures.size(), skipped);
        return failures.isEmpty();
    }
}
