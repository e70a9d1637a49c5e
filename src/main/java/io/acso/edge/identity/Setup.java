package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the first person comes in, and everybody after: by a link that works once, and a password of their own. */
public final class Setup {

    private static final Key FIRST = new Key("identity", "first-person");
    private static final String INVITATIONS = "invitation";
    private static final int SCHEMA_VERSION = 1;

    /** To whom an invitation belongs. */
    private record Invitation(String username) {}

    private final Durability durability;
    private final People people;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Register<Invitation> invitations;
    private final IdentitySettings settings;
    private final Facts facts;
    private final InstantSource clock;

    public Setup(
            Durability durability,
            People people,
            SignIn signIn,
            Passwords passwords,
            IdentitySettings settings,
            InstantSource clock) {
        this.durability = durability;
        this.people = people;
        this.signIn = signIn;
        this.passwords = passwords;
        this.invitations = new Register<>(durability, INVITATIONS, Invitation.class);
        this.settings = settings;
        this.facts = new Facts(clock);
        this.clock = clock;
    }

    /** Whether the platform waits for its first person. */
    public boolean needed() {
        return settings.issuer() == null && people.none();
    }

    /**
     * The first person: an administrator.
     *
     * @throws IllegalArgumentException when name or password do not do
     * @throws io.acso.platform.durability.CommitConflict when there is one already
     */
    public SignIn.Answer first(String username, String displayName, String password, Visitor visitor) {
        Person person = new Person(username, displayName, Set.of(Role.ADMINISTRATOR), false, clock.instant(), null);
        Credentials how = Credentials.none(username).withPassword(passwords.hash(username, password), clock.instant());
        people.add(
                person,
                how,
                person.principal(),
                Commit.builder()
                        .put(Item.of(FIRST.partition(), FIRST.sort(), SCHEMA_VERSION, Map.of("username", username))));
        return signIn.welcome(person, Factor.PASSWORD, visitor);
    }

    /**
     * A token that lets this person choose a password, once; what they had is void from now on.
     *
     * @throws IllegalArgumentException when there is no such person, or another issuer vouches for them
     */
    public String invite(String username, Principal by) {
        Person person = people.find(username)
                .orElseThrow(() -> new IllegalArgumentException("there is no person '" + username + "'"));
        if (person.issuer() != null) {
            throw new IllegalArgumentException(
                    username + " signs in at " + person.issuer().issuer() + ": passwords are a matter of that issuer");
        }
        String token = Secrets.token();
        people.credentials()
                .change(
                        username,
                        each -> each.withPassword(null, clock.instant())
                                .withPasskeys(List.of())
                                .withTotp(null, null, List.of()),
                        each -> facts.of("CredentialsReset", by, username));
        invitations.add(
                invitations
                        .item(Secrets.hash(token), new Invitation(username))
                        .expiring(clock.instant().plus(settings.invitation())),
                facts.of("PersonInvited", by, username));
        return token;
    }

    /** Whom a token invites; empty when it was used, has expired or never was. */
    public Optional<Person> invited(String token) {
        return invitations.find(Secrets.hash(token)).flatMap(invitation -> people.find(invitation.username()));
    }

    /**
     * The invited person chooses a password; the token is used up.
     *
     * @throws IllegalArgumentException when the password does not do, or the token is none
     */
    public SignIn.Answer accept(String token, String password, Visitor visitor) {
        Person person = invited(token)
                .filter(each -> !each.disabled())
                .orElseThrow(() -> new IllegalArgumentException("this invitation was used or has expired"));
        String username = person.username();
        String hash = passwords.hash(username, password);
        Key key = new Key(INVITATIONS, Secrets.hash(token));
        Item held = durability
                .records()
                .get(key)
                .orElseThrow(() -> new IllegalArgumentException("this invitation was used or has expired"));
        durability.commit(Commit.builder()
                .add(new Commit.Delete(key, Commit.Expect.version(held.version())))
                .add(facts.of("InvitationAccepted", person.principal(), username)
                        .append())
                .build());
        people.credentials()
                .change(
                        username,
                        each -> each.withPassword(hash, clock.instant()),
                        each -> facts.of("PasswordChanged", person.principal(), username));
        return signIn.welcome(person, Factor.PASSWORD, visitor);
    }
}
