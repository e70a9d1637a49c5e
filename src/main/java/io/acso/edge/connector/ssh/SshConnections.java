package io.acso.edge.connector.ssh;

import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.edge.connector.command.Capture;
import io.acso.edge.connector.command.Ran;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** Runs a command over a connection of its own. Begun with its first command, so that nothing runs where none does. */
final class SshConnections implements AutoCloseable {

    private final SshSettings settings;
    private @Nullable SshClient client;

    SshConnections(SshSettings settings) {
        this.settings = settings;
    }

    private synchronized SshClient client(Path file) {
        if (client == null) {
            SshClient fresh = SshClient.setUpDefaultClient();
            KnownHosts hosts = new KnownHosts(file);
            fresh.setServerKeyVerifier(hosts);
            fresh.addSessionListener(hosts);
            fresh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            fresh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            fresh.start();
            client = fresh;
        }
        return client;
    }

    /** @throws ActionNotConfigured when the secret is no key that can be used */
    Ran run(Path knownHosts, SshHost host, Login login, String line, Duration timeout) {
        KeyPair key = login.byKey() ? key(login) : null;
        Duration patience = settings.connectTimeout();
        try (ClientSession session = client(knownHosts)
                .connect(login.user(), host.address(), host.port(), KnownHosts.of(host), null)
                .verify(patience)
                .getClientSession()) {
            if (key == null) {
                session.addPasswordIdentity(login.value());
            } else {
                session.addPublicKeyIdentity(key);
            }
            session.auth().verify(patience);
            return run(session, line, timeout);
        } catch (IOException trouble) {
            return new Ran.NotBegun(host + " " + words(trouble), passing(trouble));
        }
    }

    private Ran run(ClientSession session, String line, Duration timeout) throws IOException {
        int most = (int) settings.output().toBytes();
        Capture out = new Capture(most);
        Capture err = new Capture(most);
        try (ChannelExec channel = session.createExecChannel(line)) {
            channel.setOut(out);
            channel.setErr(err);
            try {
                channel.open().verify(settings.connectTimeout());
            } catch (IOException trouble) {
                return new Ran.Lost("the command was sent, and no answer came: " + words(trouble));
            }
            boolean ended = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), timeout)
                    .contains(ClientChannelEvent.CLOSED);
            Integer status = channel.getExitStatus();
            if (status != null) {
                return new Ran.Ended(status, out.text(), err.text());
            }
            return new Ran.Lost(ended ? without(channel) : "the command did not end within " + timeout);
        }
    }

    private static String without(ChannelExec channel) {
        String signal = channel.getExitSignal();
        return signal == null
                ? "the connection ended before the command did"
                : "the command was ended by the signal " + signal;
    }

    private static KeyPair key(Login login) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(login.value().getBytes(StandardCharsets.UTF_8))) {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName(login.secret()), in, FilePasswordProvider.EMPTY);
            Iterator<KeyPair> found = keys == null ? null : keys.iterator();
            if (found != null && found.hasNext()) {
                return found.next();
            }
            throw new ActionNotConfigured("the secret '" + login.secret() + "' holds no private key");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new ActionNotConfigured("the secret '" + login.secret()
                    + "' holds no private key that can be read (OpenSSH or PEM, without a passphrase)");
        }
    }

    /** A host that shows another key, or does not let us in, does so next time too. */
    private static boolean passing(IOException trouble) {
        int code = trouble instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        return code != SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE
                && code != SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    private static String words(IOException trouble) {
        return trouble instanceof SshException ssh
                        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE
                ? "shows a key that acso.ssh.known-hosts does not have for it"
                : "could not be used: " + trouble.getMessage();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.stop();
        }
    }
}
