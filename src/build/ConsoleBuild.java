import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the console with the machine's npm: {@code ConsoleBuild DIRECTORY OUTPUT}. Does nothing where the output was
 * made from the same sources; installs packages only when the lock file changed. Without Node there is no console, and
 * one line says so.
 */
final class ConsoleBuild {
    private static final int[] NODE = {20, 19};
    private static final String STAMP = ".sources";

    private final Path console;
    private final Path output;

    private ConsoleBuild(Path console, Path output) {
        this.console = console;
        this.output = output;
    }

    public static void main(String[] arguments) throws Exception {
        Path console = Path.of(arguments[0]).toAbsolutePath().normalize();
        System.exit(
                new ConsoleBuild(console, Path.of(arguments[1]).toAbsolutePath().normalize()).run());
    }

    private int run() throws Exception {
        String sources = digest(sources());
        if (sources.equals(read(output.resolve(STAMP)))) {
            return 0;
        }
        String node = version();
        if (!newEnough(node)) {
            System.out.printf(
                    "The console is left out: it needs Node %d.%d or newer with npm, and %s is here.%n",
                    NODE[0], NODE[1], node.isEmpty() ? "none" : node);
            return 0;
        }
        String lock = digest(List.of(console.resolve("package-lock.json")));
        Path installed = console.resolve("node_modules/.acso-lock");
        if (!lock.equals(read(installed))) {
            if (npm("ci", "--no-progress", "--loglevel=error") != 0) {
                return 1;
            }
            Files.writeString(installed, lock);
        }
        if (npm("run", "--silent", "build", "--", "--outDir", output.toString(), "--logLevel", "warn") != 0) {
            return 1;
        }
        Files.writeString(output.resolve(STAMP), sources);
        return 0;
    }

    private List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("src", "public")) {
            try (Stream<Path> below = Files.walk(console.resolve(part))) {
                below.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        try (Stream<Path> beside = Files.list(console)) {
            beside.filter(Files::isRegularFile).forEach(files::add);
        }
        return files.stream().sorted().toList();
    }

    private String digest(List<Path> files) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files) {
            digest.update(console.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** What {@code node --version} says, empty where there is no Node. */
    private static String version() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream said = node.getInputStream()) {
                String version = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
                return node.waitFor() == 0 ? version : "";
            }
        } catch (IOException absent) {
            return "";
        }
    }

    private static boolean newEnough(String version) {
        Matcher numbers = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > NODE[0] || (major == NODE[0] && Integer.parseInt(numbers.group(2)) >= NODE[1]);
    }

    private int npm(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        command.add(windows ? "npm.cmd" : "npm");
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(console.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
