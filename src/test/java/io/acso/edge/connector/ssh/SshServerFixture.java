package io.acso.edge.connector.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.command.Command;

/** An SSH server in this process that knows a few commands and notes what it was asked to run. */
final class SshServerFixture implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final KeyPair hostKey;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final CountDownLatch closing = new CountDownLatch(1);

    SshServerFixture(String hostKeyType, int bits) throws Exception {
        hostKey = KeyUtils.generateKeyPair(hostKeyType, bits);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setCommandFactory(this::command);
    }

    /** Shows this key too, if it is asked for one of its kind. */
    SshServerFixture alsoShowing(KeyPair key) {
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey, key));
        return this;
    }

    SshServerFixture byPassword(String user, String password) {
        server.setPasswordAuthenticator((name, word, session) -> name.equals(user) && word.equals(password));
        return this;
    }

    SshServerFixture byKey(String user, KeyPair key) {
        server.setPublickeyAuthenticator(
                (name, shown, session) -> name.equals(user) && KeyUtils.compareKeys(shown, key.getPublic()));
        return this;
    }

    SshServerFixture start() throws IOException {
        server.start();
        return this;
    }

    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    Path knownHosts(Path directory, KeyPair key) throws IOException {
        StringBuilder line = new StringBuilder("[127.0.0.1]:" + server.getPort() + " ");
        PublicKeyEntry.appendPublicKeyEntry(line, key.getPublic());
        return Files.writeString(directory.resolve("known_hosts"), line.append('\n'));
    }

    private Command command(ChannelSession channel, String line) {
        asked.add(line);
        return new AbstractCommandSupport(line, null) {
            @Override
            public void run() {
                perform(getCommand(), this);
            }
        };
    }

    private void perform(String line, AbstractCommandSupport command) {
        try {
            switch (line) {
                case "hang" -> closing.await();
                case "vanish" -> command.getServerSession().close(true);
                case "flood" -> {
                    command.getOutputStream().write("z".repeat(1_000_000).getBytes());
                    end(command, 0);
                }
                case "fail" -> {
                    command.getErrorStream().write("no such rule".getBytes());
                    end(command, 3);
                }
                default -> {
                    command.getOutputStream().write(("ran " + line).getBytes());
                    end(command, 0);
                }
            }
        } catch (IOException | InterruptedException e) {
            end(command, 255);
        }
    }

    private static void end(AbstractCommandSupport command, int status) {
        try {
            command.getOutputStream().flush();
            command.getErrorStream().flush();
        } catch (IOException e) {
            // The other side has gone.
        }
        command.getExitCallback().onExit(status);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.stop(true);
    }
}
