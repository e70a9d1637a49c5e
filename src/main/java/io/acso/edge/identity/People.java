package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Page;
import io.acso.platform.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of people. */
public final class People {

    /** Where an account is found by the handle that passkeys know, or by who vouches for it. */
    private record Pointer(String username) {}

    private final Durability durability;
    private final Register<Person> people;
    private final Register<Credentials> credentials;
    private final Register<Pointer> handles;
    private final Register<Pointer> vouched;
    private final Facts facts;
    private final InstantSource clock;
    private final Set<String> reserved;

    /** @param reserved usernames that are never given, such as the one of the local token's holder */
    public People(Durability durability, InstantSource clock, Set<String> reserved) {
        this.durability = durability;
        this.people = new Register<>(durability, "person", Person.class);
        this.credentials = new Register<>(durability, "person-credentials", Credentials.class);
        this.handles = new Register<>(durability, "person-handle", Pointer.class);
        this.vouched = new Register<>(durability, "person-vouched", Pointer.class);
        this.facts = new Facts(clock);
        this.clock = clock;
        this.reserved = Set.copyOf(reserved);
    }

    /** Whether there is no account at all. */
    public boolean none() {
        return people.page(1, null).items().isEmpty();
    }

    public Optional<Person> find(String username) {
        return Person.USERNAME.matcher(username).matches() ? people.find(username) : Optional.empty();
    }

    /** By username. */
    public Page<Person> list(int limit, @Nullable String cursor) {
        return people.page(limit, cursor);
    }

    /**
     * Makes an account that cannot sign in yet.
     *
     * @throws IllegalArgumentException when the username is taken, reserved or no username
     */
    public Person create(String username, String displayName, Set<Role> roles, Principal by) {
        Person person = new Person(username, displayName, roles, false, clock.instant(), null);
        add(person, Credentials.none(username), by, Commit.builder());
        return person;
    }

    /**
     * The account of somebody whom another issuer vouches for, made when there is none.
     *
     * @param displayName null when the issuer did not say; the known one stays
     * @param roles as of now; null when the issuer did not say, and the known ones stay
     * @throws IllegalArgumentException when the username is somebody else's
     */
    public Person vouchedFor(
            Person.Vouched by, String username, @Nullable String displayName, @Nullable Set<Role> roles) {
        String id = Secrets.hash(by.issuer() + "\n" + by.subject());
        Optional<Pointer> known = vouched.find(id);
        if (known.isPresent()) {
            return people.change(
                    known.get().username(),
                    person -> person.with(
                            displayName == null ? person.displayName() : displayName,
                            roles == null ? person.roles() : roles,
                            person.disabled()),
                    person -> facts.of("PersonChanged", person.principal(), person.username(), roles(person)));
        }
        Person person = new Person(
                username,
                displayName == null ? username : displayName,
                roles == null ? Set.of() : roles,
                false,
                clock.instant(),
                by);
        add(
                person,
                Credentials.none(username),
                person.principal(),
                Commit.builder().put(vouched.item(id, new Pointer(username))));
        return person;
    }

    /**
     * Changes name, roles, or whether they may sign in. Who is disabled is signed out.
     *
     * @throws IllegalArgumentException when there is no such person
     */
    public Person change(String username, String displayName, Set<Role> roles, boolean disabled, Principal by) {
        Person after = people.change(
                username,
                person -> person.with(displayName, roles, disabled),
                person -> facts.of("PersonChanged", by, username, roles(person)));
        if (disabled) {
            signOut(username, by);
        }
        return after;
    }

    boolean reserved(String username) {
        return reserved.contains(username);
    }

    /** Ends every session of theirs. */
    public void signOut(String username, Principal by) {
        credentials.change(
                username,
                each -> each.signedOut(clock.instant()),
                each -> facts.of("SignedOutEverywhere", by, username));
    }

    /** Whose passkeys know this handle. */
    public Optional<Person> byHandle(String handle) {
        return handles.find(handle).flatMap(pointer -> people.find(pointer.username()));
    }

    public String handle(String username) {
        return credentials(username).handle();
    }

    Credentials credentials(String username) {
        return credentials.find(username).orElseGet(() -> Credentials.none(username));
    }

    Register<Credentials> credentials() {
        return credentials;
    }

    /** Adds the account with its credentials and whatever else is to happen with it. */
    void add(Person person, Credentials how, Principal by, Commit.Builder with) {
        if (reserved.contains(person.username())) {
            throw taken(person.username());
        }
        Item pointer = handles.item(how.handle(), new Pointer(person.username()));
        LedgerEntry entry = facts.of("PersonCreated", by, person.username(), roles(person));
        try {
            durability.commit(with.put(people.item(person.username(), person))
                    .put(credentials.item(person.username(), how))
                    .put(pointer)
                    .add(entry.append())
                    .build());
        } catch (CommitConflict conflict) {
            if (people.find(person.username()).isPresent()) {
                throw taken(person.username());
            }
            throw conflict;
        }
    }

    private static IllegalArgumentException taken(String username) {
        return new IllegalArgumentException("the username '" + username + "' is taken: choose another");
    }

    private static Map<String, String> roles(Person person) {
        String roles = person.roles().stream().map(Role::written).sorted().collect(Collectors.joining(" "));
        return Map.of("roles", roles, "disabled", Boolean.toString(person.disabled()));
    }
}
