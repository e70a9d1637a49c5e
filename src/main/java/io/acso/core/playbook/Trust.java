package io.acso.core.playbook;

import java.util.List;

/**
 * Whose playbooks are run. A key that a document brings along proves nothing: only the keys named here do.
 *
 * @param keys of those who may sign
 * @param unsigned whether a playbook that nobody signed is run
 */
public record Trust(List<TrustedKey> keys, boolean unsigned) {

    /** Nobody's signature is known; what is unsigned is run. */
    public static final Trust NOBODY = new Trust(List.of(), true);

    /**
     * @param name for people
     * @param publicKey X.509 SubjectPublicKeyInfo in base64, with or without the lines of PEM around it
     */
    public record TrustedKey(String name, String publicKey) {}

    public Trust {
        keys = List.copyOf(keys);
    }
}
