package io.acso.testsupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.almworks.sqlite4java.SQLite;
import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** DynamoDB and SQS within this JVM, started when first needed and stopped with it; STS is the stand-in account's. */
public final class AwsEmulators {

    public static final String ACCOUNT = "111122223333";

    private static final String LOOPBACK = "127.0.0.1";
    private static @Nullable AwsSettings settings;

    private AwsEmulators() {}

    /** Settings whose clients speak to the emulators of DynamoDB, SQS and STS, and to no other address. */
    public static synchronized AwsSettings settings() {
        if (settings == null) {
            StandInAccount account = StandInAccount.start(AccountState.empty(ACCOUNT));
            Runtime.getRuntime().addShutdownHook(new Thread(account::close));
            settings = AwsSettings.loopback(account.endpoint(), ACCOUNT)
                    .with("dynamodb", dynamo())
                    .with("sqs", sqs());
        }
        return settings;
    }

    public static AwsClients clients() {
        return new AwsClients(settings());
    }

    private static URI dynamo() {
        quiet("com.amazonaws.services.dynamodbv2");
        nativeLibrary();
        int port = freePort();
        try {
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDBLocal did not start", e);
        }
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    /** Its native library lies beside it in the local repository, under another artifact's name. */
    private static void nativeLibrary() {
        if (System.getProperty("sqlite4java.library.path") != null) {
            return;
        }
        Path jar = Path.of(URI.create(
                SQLite.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path version = jar.getParent();
        Path library =
                version.getParent().resolveSibling("libsqlite4java-linux-amd64").resolve(version.getFileName());
        System.setProperty("sqlite4java.library.path", library.toString());
    }

    /** It logs every condition that fails, with a stack trace. */
    private static void quiet(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.ERROR);
    }

    private static URI sqs() {
        quiet("org.apache.pekko");
        quiet("org.elasticmq");
        SQSRestServer server =
                SQSRestServerBuilder.withInterface(LOOPBACK).withDynamicPort().start();
        int port = server.waitUntilStarted().localAddress().getPort();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopAndWait));
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    private static void stop(DynamoDBProxyServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
