package io.acso.platform.secrets;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds secrets by name. */
public interface SecretStore {

    /** What a secret may be called. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");

    /**
     * The newest version; empty when there is no secret of that name.
     *
     * @throws SecretsUnavailable when the store cannot be asked, or the name cannot be one
     */
    Optional<Secret> get(String name);

    /**
     * That version, while the store keeps it.
     *
     * @throws SecretsUnavailable when the store cannot be asked, or the name cannot be one
     */
    Optional<Secret> get(String name, String version);

    /** @throws SecretsUnavailable naming what a name may hold */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SecretsUnavailable(
                    "a secret's name has 1 to 128 letters, digits, '.', '_', '/' and '-', and begins with a letter or a digit",
                    null);
        }
        return name;
    }
}
