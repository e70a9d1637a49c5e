package io.acso.edge.identity;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Page;
import io.acso.platform.ledger.LedgerEntry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The programs that may ask the platform's own authorization server for tokens. */
public final class ServiceClients {

    private static final int ID_BYTES = 10;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /** Which client gave a token back. */
    private record Revoked(String client) {}

    private final Durability durability;
    private final Register<Revoked> revoked;
    private final Register<ServiceClient> clients;
    private final People people;
    private final Programs programs;
    private final Facts facts;
    private final InstantSource clock;

    public ServiceClients(Durability durability, People people, Programs programs, InstantSource clock) {
        this.durability = durability;
        this.revoked = new Register<>(durability, "revoked-token", Revoked.class);
        this.clients = new Register<>(durability, "service-client", ServiceClient.class);
        this.people = people;
        this.programs = programs;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /** A client and its secret, which nobody can show again; none for an app. */
    public record Made(ServiceClient client, @Nullable String secret) {
        @Override
        public String toString() {
            return "Made[" + client.id() + "]";
        }
    }

    /**
     * Makes a service.
     *
     * @throws IllegalArgumentException when the name or a scope is none
     */
    public Made service(String name, Set<Role> roles, Set<String> scopes, Principal owner) {
        Scopes.check(name, roles, scopes);
        String secret = Secrets.token();
        return new Made(add(name, roles, scopes, List.of(), Secrets.hash(secret), owner), secret);
    }

    /**
     * Makes an app.
     *
     * @param scopes at least one
     * @param redirects https, or http on a loopback address, or a private scheme such as {@code com.example.app:/done}
     * @throws IllegalArgumentException when the name, a scope or a redirect does not do
     */
    public Made app(String name, Set<String> scopes, List<String> redirects, Principal owner) {
        Scopes.check(name, Set.of(Role.VIEWER), scopes);
        if (redirects.isEmpty() || redirects.size() > 10) {
            throw new IllegalArgumentException("an app has 1 to 10 redirect addresses");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "name at least one scope: an app does in somebody's name only what it is there for");
        }
        redirects.forEach(ServiceClients::check);
        return new Made(add(name, Set.of(), scopes, redirects, null, owner), null);
    }

    /** A new secret; the one before is void at once. */
    public Made renew(ServiceClient client, Principal by) {
        programs.heldBy(client.id(), by);
        String secret = Secrets.token();
        ServiceClient renewed = clients.change(
                client.id(),
                each -> new ServiceClient(
                        each.id(),
                        each.name(),
                        each.owner(),
                        each.roles(),
                        each.scopes(),
                        each.redirects(),
                        Secrets.hash(secret),
                        each.created()),
                each -> facts.of("ServiceClientSecretRenewed", by, each.id()));
        return new Made(renewed, secret);
    }

    public Page<ServiceClient> list(int limit, @Nullable String cursor) {
        return clients.page(limit, cursor);
    }

    public Optional<ServiceClient> find(String id) {
        return id.isEmpty() ? Optional.empty() : clients.find(id);
    }

    /** Its tokens are refused from now on. */
    public void remove(ServiceClient client, Principal by) {
        clients.remove(client.id(), facts.of("ServiceClientRemoved", by, client.id()));
    }

    /** A service that calls with a token of these scopes; empty when it, or its owner, has left. */
    public Optional<Caller> caller(String id, Set<String> scopes) {
        return find(id).filter(client -> !client.isApp())
                .flatMap(client -> Scopes.ownersRoles(people, client.owner())
                        .map(held -> new Caller(
                                client.principal(),
                                client.name(),
                                Scopes.both(client.roles(), held),
                                scopes,
                                Map.of(Factor.TOKEN, clock.instant()),
                                null)));
    }

    /** A token that its client gave back; it opens nothing from now on. */
    public void revokeToken(String client, String token, Instant expires) {
        LedgerEntry entry = facts.of("TokenRevoked", Principal.service(client), client);
        try {
            revoked.add(revoked.item(Secrets.hash(token), new Revoked(client)).expiring(expires), entry);
        } catch (CommitConflict twice) {
            // It was given back before.
        }
    }

    public boolean isRevoked(String token) {
        return revoked.find(Secrets.hash(token)).isPresent();
    }

    /** Tells the ledger of a secret that was wrong; of an id that nobody has, by its digest. */
    public void refused(String id) {
        String subject = find(id).isPresent() ? id : Digest.id("unknown", id);
        durability.commit(Commit.builder()
                .add(facts.of("SignInRefused", Principal.service("sign-in"), subject, Map.of("factor", "client-secret"))
                        .append())
                .build());
    }

    /** Tells the ledger that a client has a token now, in its own right or in somebody's name. */
    public void tokenIssued(String id, String inTheNameOf) {
        durability.commit(Commit.builder()
                .add(facts.of("TokenIssued", Principal.service(id), id, Map.of("for", inTheNameOf))
                        .append())
                .build());
    }

    /** Whether the secret is this one's, for whoever checks it in other ways' stead. */
    public static boolean matches(String secret, String hash) {
        return Secrets.matches(secret, hash);
    }

    private ServiceClient add(
            String name,
            Set<Role> roles,
            Set<String> scopes,
            List<String> redirects,
            @Nullable String hash,
            Principal owner) {
        String id = Secrets.readable(ID_BYTES);
        Instant now = clock.instant();
        ServiceClient client = new ServiceClient(id, name, owner, roles, scopes, redirects, hash, now);
        clients.add(
                clients.item(id, client),
                programs.made(id, owner),
                facts.of("ServiceClientMade", owner, id, Map.of("roles", Scopes.text(roles))));
        return client;
    }

    private static void check(String redirect) {
        URI uri;
        try {
            uri = URI.create(redirect);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + redirect + "' is no address to redirect to", e);
        }
        String scheme = String.valueOf(uri.getScheme());
        boolean fits = switch (scheme) {
            case "https" -> uri.getHost() != null;
            case "http" -> LOOPBACK.contains(String.valueOf(uri.getHost()));
            default -> scheme.contains(".");
        };
        if (!fits || uri.getFragment() != null) {
            throw new IllegalArgumentException("a redirect address begins with https://, with http:// on a loopback"
                    + " address or with a private scheme such as com.example.app:/, and has no fragment: not '"
                    + redirect
                    + "'");
        }
    }
}
