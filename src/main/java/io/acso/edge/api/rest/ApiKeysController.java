package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.ApiKey;
import io.acso.edge.identity.ApiKeys;
import io.acso.edge.identity.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** Keys for programs. A key shows once, when it is made. */
@RestController
@RequestMapping("/api/v1/api-keys")
final class ApiKeysController {

    private static final String PATH = "/api/v1/api-keys";

    private final ApiKeys keys;
    private final ShownOnce once;

    ApiKeysController(ApiKeys keys, ShownOnce once) {
        this.keys = keys;
        this.once = once;
    }

    /** Those that are valid. */
    @GetMapping
    @Permitted("api-key.read")
    Paging.Slice<ApiKeyBody> list(Paging paging) {
        return paging.page(keys::list, ApiKeyBody::from);
    }

    /** A key of the caller's, with no role that the caller does not have. */
    @PostMapping
    @Permitted("api-key.manage")
    @Answers(value = NewApiKey.class, status = 201)
    ResponseEntity<NewApiKey> make(
            @RequestBody ApiKeyWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            CallerAuthentication by) {
        return once.make(by.getPrincipal(), key, "POST " + PATH + " " + Json.text(wish), PATH, () -> made(wish, by));
    }

    private ResponseEntity<NewApiKey> made(ApiKeyWish wish, CallerAuthentication by) {
        Lending.check(by.caller(), wish.roles());
        try {
            ApiKeys.Made made = keys.make(
                    wish.name(), wish.roles(), Lending.scopes(wish.scopes()), wish.expires(), by.getPrincipal());
            return ResponseEntity.created(URI.create(PATH + "/" + made.key().id()))
                    .body(new NewApiKey(ApiKeyBody.from(made.key()), made.text()));
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-api-key", String.valueOf(e.getMessage()));
        }
    }

    /** It is refused from now on. Its owner revokes it, or an administrator. */
    @DeleteMapping("/{id}")
    @Permitted("api-key.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, CallerAuthentication by) {
        ApiKey key = keys.byId(id)
                .filter(found -> Lending.isTheirs(by.caller(), found.owner()))
                .orElseThrow(() -> Problems.notFound("API key", id, "/api-keys"));
        keys.revoke(key, by.getPrincipal());
    }

    /** {@code scopes}: operations such as incident.read, or nouns such as incident; none for no limit but the roles. */
    record ApiKeyWish(
            String name, Set<Role> roles, @Nullable Set<String> scopes, Instant expires) {
        ApiKeyWish {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(expires, "expires");
            roles = Set.copyOf(roles);
            scopes = scopes == null ? null : Set.copyOf(scopes);
        }
    }

    /** {@code key}: for the header Authorization, after Bearer. */
    record NewApiKey(ApiKeyBody apiKey, String key) {
        @Override
        public String toString() {
            return "NewApiKey[" + apiKey.id() + "]";
        }
    }

    record ApiKeyBody(
            String id,
            String name,
            Principal owner,
            List<Role> roles,
            List<String> scopes,
            Instant created,
            Instant expires) {

        static ApiKeyBody from(ApiKey key) {
            return new ApiKeyBody(
                    key.id(),
                    key.name(),
                    key.owner(),
                    key.roles().stream().sorted().toList(),
                    key.scopes().stream().sorted().toList(),
                    key.created(),
                    key.expires());
        }
    }
}
