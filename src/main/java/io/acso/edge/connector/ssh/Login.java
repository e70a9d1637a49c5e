package io.acso.edge.connector.ssh;

import io.acso.core.autonomy.ActionInvalid;
import io.acso.edge.connector.command.Credentials;
import java.util.Optional;

/**
 * Who signs in, and by what.
 *
 * @param secret the secret's name
 * @param value the private key or the password; never shown
 */
record Login(String user, Credentials.Type type, String secret, String value) {

    static Login of(Credentials credentials, String value) {
        return switch (credentials.type()) {
            case PRIVATE_KEY ->
                new Login(
                        checked(credentials.user().orElseThrow(Login::nobody)),
                        credentials.type(),
                        credentials.name(),
                        value);
            case USER_AUTH -> byPassword(credentials, value);
            default ->
                throw new ActionInvalid("over SSH the argument 'authentication_type' is private-key or user-auth, not "
                        + credentials.type());
        };
    }

    private static Login byPassword(Credentials credentials, String value) {
        Optional<String> username = credentials.user();
        if (username.isPresent()) {
            return new Login(checked(username.get()), credentials.type(), credentials.name(), value);
        }
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw nobody();
        }
        return new Login(
                checked(value.substring(0, colon)), credentials.type(), credentials.name(), value.substring(colon + 1));
    }

    private static String checked(String user) {
        if (!user.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new ActionInvalid("the argument 'username' is no user's name");
        }
        return user;
    }

    private static ActionInvalid nobody() {
        return new ActionInvalid("the argument 'username' is missing: say who signs in");
    }

    boolean byKey() {
        return type == Credentials.Type.PRIVATE_KEY;
    }

    @Override
    public String toString() {
        return user + " by the secret '" + secret + "'";
    }
}
