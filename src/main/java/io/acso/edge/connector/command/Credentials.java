package io.acso.edge.connector.command;

import io.acso.core.autonomy.ActionNotConfigured;
import java.util.Locale;
import java.util.Optional;

/**
 * The secret that an action names, by its name: the value is read when it is used and is never part of the action.
 *
 * @param name in the secret store
 * @param type what the value is
 * @param user who the action says signs in; empty when that is part of the value
 */
public record Credentials(String name, Type type, Optional<String> user) {

    /** What a secret's value is, by the words of CACAO's authentication information. */
    public enum Type {
        /** {@code user:password}, or the password alone where the action names the user. */
        HTTP_BASIC,
        /** A bearer token. */
        OAUTH2,
        /** The same. */
        USER_AUTH,
        /** A private key as OpenSSH or PEM writes it. */
        PRIVATE_KEY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Type> of(String word) {
            for (Type type : values()) {
                if (type.toString().equals(word)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The value, without the end of line that files have.
     *
     * @throws ActionNotConfigured when there is no such secret
     */
    public String value(Secrets secrets) {
        return secrets.find(name)
                .map(String::stripTrailing)
                .orElseThrow(() -> new ActionNotConfigured(
                        "the secret store has no secret '" + name + "', which the playbook's authentication names"));
    }
}
