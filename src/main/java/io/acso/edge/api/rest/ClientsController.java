package io.acso.edge.api.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.Role;
import io.acso.edge.identity.ServiceClient;
import io.acso.edge.identity.ServiceClients;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that get tokens from the platform's own authorization server. A secret shows once. */
@RestController
@RequestMapping("/api/v1/clients")
final class ClientsController {

    private static final String LIST = "/clients";

    private static final String PATH = "/api/v1/clients";

    private final ServiceClients clients;
    private final ShownOnce once;

    ClientsController(ServiceClients clients, ShownOnce once) {
        this.clients = clients;
        this.once = once;
    }

    /** The programs that have a client. */
    @GetMapping
    @Permitted("client.read")
    Paging.Slice<ClientBody> list(Paging paging) {
        return paging.page(clients::list, ClientBody::from);
    }

    /** One client; its secret does not show. */
    @GetMapping("/{id}")
    @Permitted("client.read")
    ClientBody show(@PathVariable String id) {
        return clients.find(id).map(ClientBody::from).orElseThrow(() -> Problems.notFound("client", id, LIST));
    }

    /** With redirects an app, in which people sign in; without, a service with roles of its own. */
    @PostMapping
    @Permitted("client.manage")
    @Answers(value = NewClient.class, status = 201)
    ResponseEntity<NewClient> make(
            @RequestBody ClientWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            CallerAuthentication by) {
        return once.make(by.getPrincipal(), key, "POST " + PATH + " " + Json.text(wish), PATH, () -> made(wish, by));
    }

    private ResponseEntity<NewClient> made(ClientWish wish, CallerAuthentication by) {
        Set<Role> roles = wish.roles() == null ? Set.of() : wish.roles();
        Lending.check(by.caller(), roles);
        ServiceClients.Made made;
        try {
            made = wish.redirects() == null || wish.redirects().isEmpty()
                    ? clients.service(wish.name(), roles, Lending.scopes(wish.scopes()), by.getPrincipal())
                    : clients.app(wish.name(), Lending.scopes(wish.scopes()), wish.redirects(), by.getPrincipal());
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-client", String.valueOf(e.getMessage()));
        }
        return ResponseEntity.created(URI.create(PATH + "/" + made.client().id()))
                .body(NewClient.from(made));
    }

    /** A new secret for a service; the one before is void at once. */
    @PostMapping("/{id}/secret")
    @Permitted("client.manage")
    NewClient renew(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            CallerAuthentication by) {
        ServiceClient client = own(id, by);
        if (client.isApp()) {
            throw Problems.conflict("no-secret", "an app has no secret: it proves itself by PKCE");
        }
        String own = PATH + "/" + id;
        return once.make(
                by.getPrincipal(),
                key,
                "POST " + own + "/secret",
                own,
                () -> NewClient.from(clients.renew(client, by.getPrincipal())));
    }

    /** Its tokens are refused from now on. */
    @DeleteMapping("/{id}")
    @Permitted("client.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, CallerAuthentication by) {
        clients.remove(own(id, by), by.getPrincipal());
    }

    private ServiceClient own(String id, CallerAuthentication by) {
        return clients.find(id)
                .filter(found -> Lending.isTheirs(by.caller(), found.owner()))
                .orElseThrow(() -> Problems.notFound("client", id, LIST));
    }

    record ClientWish(
            String name,
            @Nullable Set<Role> roles,
            @Nullable Set<String> scopes,
            @Nullable List<String> redirects) {
        ClientWish {
            Objects.requireNonNull(name, "name");
            roles = roles == null ? null : Set.copyOf(roles);
            scopes = scopes == null ? null : Set.copyOf(scopes);
            redirects = redirects == null ? null : List.copyOf(redirects);
        }
    }

    /** {@code secret}: of a service, for the token endpoint. */
    record NewClient(ClientBody client, @Nullable String secret) {

        @Override
        public String toString() {
            return "NewClient[" + client.id() + "]";
        }

        static NewClient from(ServiceClients.Made made) {
            return new NewClient(ClientBody.from(made.client()), made.secret());
        }
    }

    /** A service speaks in its own name, an app in that of whoever signs in. */
    enum Kind {
        SERVICE,
        APP;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record ClientBody(
            String id,
            String name,
            Kind kind,
            Principal owner,
            List<Role> roles,
            List<String> scopes,
            List<String> redirects,
            Instant created) {

        static ClientBody from(ServiceClient client) {
            return new ClientBody(
                    client.id(),
                    client.name(),
                    client.isApp() ? Kind.APP : Kind.SERVICE,
                    client.owner(),
                    client.roles().stream().sorted().toList(),
                    client.scopes().stream().sorted().toList(),
                    client.redirects(),
                    client.created());
        }
    }
}
