package io.acso.edge.identity;

import io.acso.domain.kernel.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What programs are limited to: the roles and scopes that they were given. */
final class Scopes {

    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z-]{0,31}(\\.[a-z][a-z-]{0,31})?");
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;

    private Scopes() {}

    static void check(String name, Set<Role> roles, Set<String> scopes) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("name at least one role: without any it could do nothing");
        }
        if (scopes.size() > MOST) {
            throw new IllegalArgumentException("not more than " + MOST + " scopes");
        }
        scopes.stream()
                .filter(scope -> !SCOPE.matcher(scope).matches())
                .findFirst()
                .ifPresent(bad -> {
                    throw new IllegalArgumentException(
                            "a scope is an operation such as incident.read, or a noun such as incident, not '" + bad
                                    + "'");
                });
    }

    static String text(Set<Role> roles) {
        return roles.stream().map(Role::written).sorted().collect(Collectors.joining(" "));
    }

    /** The roles of whoever made something; everything for the machine's owner, empty when they may not sign in. */
    static Optional<Set<Role>> ownersRoles(People people, Principal owner) {
        Optional<Person> person = people.find(owner.name());
        if (person.isEmpty()) {
            return people.reserved(owner.name()) ? Optional.of(EnumSet.allOf(Role.class)) : Optional.empty();
        }
        return person.filter(each -> !each.disabled()).map(Person::roles);
    }

    /** An administrator has every role to give. */
    static Set<Role> both(Set<Role> given, Set<Role> held) {
        if (held.contains(Role.ADMINISTRATOR)) {
            return given;
        }
        Set<Role> both = given.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(given);
        both.retainAll(held);
        return both;
    }
}
