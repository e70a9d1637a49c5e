package io.acso.edge.connector.ssh;

import static org.apache.sshd.common.kex.KexProposalOption.SERVERKEYS;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Which keys hosts have. A host with several is asked for one of a kind that is known, and nothing is ever added. */
final class KnownHosts implements SessionListener, ServerKeyVerifier {

    private static final AttributeKey<SshHost> HOST = new AttributeKey<>();

    private final Path file;
    private final ServerKeyVerifier verifier;

    KnownHosts(Path file) {
        this.file = file;
        this.verifier = new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, file);
    }

    /** Goes with a connection and tells later whose it is. */
    static AttributeRepository of(SshHost host) {
        return AttributeRepository.ofKeyValuePair(HOST, host);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        return verifier.verifyServerKey(session, address, key);
    }

    /** Before the two sides agree on how: what is proposed can still be narrowed. */
    @Override
    public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> proposal) {
        SshHost host = session instanceof ClientSession ours && ours.getConnectionContext() != null
                ? ours.getConnectionContext().getAttribute(HOST)
                : null;
        if (host != null) {
            Set<String> types = types(host);
            String known = Arrays.stream(proposal.getOrDefault(SERVERKEYS, "").split(","))
                    .filter(algorithm -> types.contains(KeyUtils.getCanonicalKeyType(algorithm)))
                    .collect(Collectors.joining(","));
            if (!known.isEmpty()) {
                proposal.put(SERVERKEYS, known);
            }
        }
    }

    private Set<String> types(SshHost host) {
        try {
            return KnownHostEntry.readKnownHostEntries(file).stream()
                    .filter(entry -> entry.isHostMatch(host.address(), host.port()))
                    .map(entry -> entry.getKeyEntry().getKeyType())
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }
}
