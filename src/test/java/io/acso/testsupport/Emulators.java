package io.acso.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Emulators that nobody here wrote, as child processes on loopback, one per test JVM, stopped at its end. */
public final class Emulators {

    private static final Path FOLDER = Path.of("target", "emulators");
    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
    private static final String KINESIS = "kinesis-local@0.6.2";
    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    private static @Nullable URI moto;
    private static @Nullable URI s3;
    private static @Nullable URI kinesis;

    private Emulators() {}

    /** Where moto answers for AWS; the test is skipped where {@code moto_server} is not on the PATH. */
    public static synchronized URI moto() {
        if (moto == null) {
            Optional<Path> program = EmulatorProcess.onPath("moto_server");
            Assumptions.assumeTrue(program.isPresent(), "moto_server is not on the PATH (pip install 'moto[server]')");
            int port = EmulatorProcess.freePort();
            moto = EmulatorProcess.start(
                    "moto",
                    List.of(program.orElseThrow().toString(), "-H", EmulatorProcess.LOOPBACK, "-p", "" + port),
                    Map.of(),
                    port);
        }
        return moto;
    }

    /**
     * Where S3 answers. It runs in a JVM of its own, since its class path clashes with ours, and is resolved by the
     * project's Maven on first use; the test is skipped where that fails. Object Lock is stored and not enforced.
     */
    public static synchronized URI s3() {
        if (s3 == null) {
            int port = EmulatorProcess.freePort();
            s3 = EmulatorProcess.start(
                    "s3",
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "-Djava.io.tmpdir=" + FOLDER.toAbsolutePath(),
                            "-cp",
                            s3ClassPath(),
                            "com.adobe.testing.s3mock.S3MockApplication",
                            "--server.address=" + EmulatorProcess.LOOPBACK,
                            "--com.adobe.testing.s3mock.http-port=" + port,
                            "--server.port=" + EmulatorProcess.freePort()),
                    Map.of(),
                    port);
        }
        return s3;
    }

    private static String s3ClassPath() {
        Path list = FOLDER.resolve("s3mock.classpath").toAbsolutePath();
        if (Files.notExists(list)) {
            Assumptions.assumeTrue(
                    EmulatorProcess.run(
                            "s3-resolve",
                            DOWNLOAD,
                            List.of(
                                    Path.of("mvnw").toAbsolutePath().toString(),
                                    "-q",
                                    "-B",
                                    "-f",
                                    "src/build/emulators/s3mock.xml",
                                    DEPENDENCY_PLUGIN + ":build-classpath",
                                    "-Dmdep.outputFile=" + list),
                            Map.of("JAVA_HOME", System.getProperty("java.home"))),
                    "Maven could not resolve src/build/emulators/s3mock.xml, see target/s3-resolve.log");
        }
        return read(list);
    }

    /** Where Kinesis answers; the test is skipped where node, npm or the package cannot be had. */
    public static synchronized URI kinesis() {
        if (kinesis == null) {
            // It sends binary data as long text in CBOR, which the SDK's parser stumbles over; Kinesis itself does not.
            System.setProperty("aws.cborEnabled", "false");
            Path installed = kinesisFolder();
            int port = EmulatorProcess.freePort();
            kinesis = EmulatorProcess.start(
                    "kinesis",
                    List.of("node", installed.resolve("main.js").toString()),
                    Map.of(
                            "KINESIS_MOCK_CERT_PATH",
                            installed.resolve("server.json").toString(),
                            "KINESIS_MOCK_PLAIN_PORT",
                            "" + port,
                            "KINESIS_MOCK_TLS_PORT",
                            "" + EmulatorProcess.freePort(),
                            "CREATE_STREAM_DURATION",
                            "0s",
                            "LOG_LEVEL",
                            "ERROR"),
                    port);
        }
        return kinesis;
    }

    private static Path kinesisFolder() {
        Path installed = FOLDER.resolve("node_modules", "kinesis-local").toAbsolutePath();
        if (Files.notExists(installed.resolve("main.js"))) {
            Assumptions.assumeTrue(
                    EmulatorProcess.onPath("npm").isPresent()
                            && EmulatorProcess.onPath("node").isPresent(),
                    "node and npm, which run the emulator of Kinesis, are not on the PATH");
            Assumptions.assumeTrue(
                    EmulatorProcess.run(
                            "kinesis-install",
                            DOWNLOAD,
                            List.of(
                                    "npm",
                                    "install",
                                    "--prefix",
                                    FOLDER.toString(),
                                    "--no-audit",
                                    "--no-fund",
                                    KINESIS),
                            Map.of()),
                    "npm could not install " + KINESIS + ", see target/kinesis-install.log");
        }
        return installed;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
