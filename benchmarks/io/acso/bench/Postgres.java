package io.acso.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's packages, on a new directory and the loopback address, durable as it comes. */
final class Postgres implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String USER = "bench";

    private final Path programs;
    private final Path directory;
    private final String password = UUID.randomUUID().toString();
    private final int port;

    private Postgres(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.directory = Files.createTempDirectory("acso-postgres-");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        Path secret = Files.writeString(directory.resolve("password"), password);
        if (root()) {
            run("chown", "-R", "postgres", directory.toString());
        }
        String data = directory.resolve("data").toString();
        as("initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "--pwfile=" + secret);
        String options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=256MB -c max_connections=200"
                        .formatted(port);
        as("pg_ctl", "-D", data, "-o", options, "-l", directory.resolve("log").toString(), "-w", "start");
    }

    /** Absent where no PostgreSQL is installed. */
    static Optional<Postgres> start() throws IOException, InterruptedException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            Optional<Path> programs = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
            return programs.isEmpty() ? Optional.empty() : Optional.of(new Postgres(programs.get()));
        }
    }

    HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        config.setUsername(USER);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        as("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "stop");
        Rig.delete(directory);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server refuses to run as root. */
    private void as(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
