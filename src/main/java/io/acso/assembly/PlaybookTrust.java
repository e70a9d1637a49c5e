package io.acso.assembly;

import io.acso.core.playbook.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose playbooks are run.
 *
 * @param trustedKeys files with the public keys (PEM) of those who may sign playbooks
 * @param requireSignature refuses playbooks that nobody signed
 */
@ConfigurationProperties("acso.playbooks")
record PlaybookTrust(
        @DefaultValue List<Path> trustedKeys,
        @DefaultValue("false") boolean requireSignature) {

    Trust trust() {
        return new Trust(trustedKeys.stream().map(PlaybookTrust::key).toList(), !requireSignature);
    }

    private static Trust.TrustedKey key(Path file) {
        try {
            return new Trust.TrustedKey(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new StartRefused(
                    "acso.playbooks.trusted-keys: " + file + " cannot be read: name files with public keys", e);
        }
    }
}
