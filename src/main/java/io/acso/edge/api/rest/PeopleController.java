package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.identity.People;
import io.acso.edge.identity.Person;
import io.acso.edge.identity.Role;
import io.acso.edge.identity.Setup;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who have accounts, and the roles they hold. Their passwords and codes never show. */
@RestController
@RequestMapping("/api/v1/people")
final class PeopleController {

    private static final String LIST = "/people";
    private static final String PATH = "/api/v1/people";

    private final People people;
    private final Setup setup;
    private final ShownOnce once;

    PeopleController(People people, Setup setup, ShownOnce once) {
        this.people = people;
        this.setup = setup;
        this.once = once;
    }

    /** The people who have an account. */
    @GetMapping
    @Permitted("person.read")
    Paging.Slice<PersonBody> list(Paging paging) {
        return paging.page(people::list, PersonBody::from);
    }

    /** One person, with their roles. */
    @GetMapping("/{username}")
    @Permitted("person.read")
    @Answers(value = PersonBody.class, status = 200, versioned = true)
    ResponseEntity<PersonBody> show(@PathVariable String username) {
        PersonBody body = PersonBody.from(find(username));
        return ResponseEntity.ok().eTag(Conditional.etag(body)).body(body);
    }

    /** An account, and the invitation by which its person chooses a password; it shows this once. */
    @PostMapping
    @Permitted("person.manage")
    @Answers(value = InvitedBody.class, status = 201)
    ResponseEntity<InvitedBody> create(
            @RequestBody PersonWish wish,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        return once.make(by, key, "POST " + PATH + " " + Json.text(wish), PATH, () -> created(wish, by));
    }

    private ResponseEntity<InvitedBody> created(PersonWish wish, Principal by) {
        Person person;
        String invitation;
        try {
            String name = wish.displayName() == null ? wish.username() : wish.displayName();
            person = people.create(wish.username(), name, wish.roles(), by);
            invitation = setup.invite(person.username(), by);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-person", String.valueOf(e.getMessage()));
        }
        return ResponseEntity.created(URI.create(PATH + "/" + person.username()))
                .body(new InvitedBody(PersonBody.from(person), invitation, path(invitation)));
    }

    /** What is left out stays as it is. Who is disabled is signed out at once. */
    @PatchMapping("/{username}")
    @Permitted("person.manage")
    PersonBody change(
            @PathVariable String username,
            @RequestBody PersonChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Principal by) {
        Person before = find(username);
        Conditional.require(ifMatch, Conditional.etag(PersonBody.from(before)), "account");
        boolean disabled = Objects.requireNonNullElse(change.disabled(), before.disabled());
        if (disabled && before.principal().equals(by)) {
            throw Problems.conflict("own-account", "nobody disables their own account: let somebody else do it");
        }
        try {
            return PersonBody.from(people.change(
                    username,
                    Objects.requireNonNullElse(change.displayName(), before.displayName()),
                    Objects.requireNonNullElse(change.roles(), before.roles()),
                    disabled,
                    by));
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bad-person", String.valueOf(e.getMessage()));
        }
    }

    /** A new invitation: their password, codes and passkeys are void from now on, and they are signed out. */
    @PostMapping("/{username}/invitation")
    @Permitted("person.manage")
    InvitedBody invite(
            @PathVariable String username,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal Principal by) {
        Person person = find(username);
        String own = PATH + "/" + username;
        return once.make(by, key, "POST " + own + "/invitation", own, () -> invited(person, by));
    }

    private InvitedBody invited(Person person, Principal by) {
        try {
            String invitation = setup.invite(person.username(), by);
            return new InvitedBody(PersonBody.from(person), invitation, path(invitation));
        } catch (IllegalArgumentException e) {
            throw Problems.conflict("not-here", String.valueOf(e.getMessage()));
        }
    }

    /** Signs them out everywhere. */
    @DeleteMapping("/{username}/sessions")
    @Permitted("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable String username, @AuthenticationPrincipal Principal by) {
        people.signOut(find(username).username(), by);
    }

    private Person find(String username) {
        return people.find(username).orElseThrow(() -> Problems.notFound("person", username, LIST));
    }

    /** The token is behind the hash, which a browser keeps to itself. */
    private static String path(String invitation) {
        return "/setup#token=" + invitation;
    }

    record PersonWish(String username, @Nullable String displayName, Set<Role> roles) {
        PersonWish {
            Objects.requireNonNull(username, "username");
            roles = Set.copyOf(roles);
        }
    }

    record PersonChange(
            @Nullable String displayName,
            @Nullable Set<Role> roles,
            @Nullable Boolean disabled) {}

    /** {@code link}: to open in a browser, below the platform's address. */
    record InvitedBody(PersonBody person, String invitation, String link) {
        @Override
        public String toString() {
            return "InvitedBody[" + person.username() + "]";
        }
    }

    /** {@code issuer}: who vouches for them, when it is not this platform. */
    record PersonBody(
            String username,
            String displayName,
            List<Role> roles,
            boolean disabled,
            Instant created,
            @Nullable String issuer) {

        static PersonBody from(Person person) {
            return new PersonBody(
                    person.username(),
                    person.displayName(),
                    person.roles().stream().sorted().toList(),
                    person.disabled(),
                    person.created(),
                    person.issuer() == null ? null : person.issuer().issuer());
        }
    }
}
