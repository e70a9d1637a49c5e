package io.acso.edge.ingest.windows;

import static io.acso.domain.event.OcsfDocument.put;

import io.acso.domain.kernel.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A user as Windows writes it, {@code DOMAIN\name}. */
record WindowsUser(@Nullable String domain, String name) {

    static Optional<WindowsUser> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        int slash = text.indexOf('\\');
        return slash < 0 ? of(null, text) : of(text.substring(0, slash), text.substring(slash + 1));
    }

    static Optional<WindowsUser> of(@Nullable String domain, @Nullable String name) {
        return name == null || name.isBlank()
                ? Optional.empty()
                : Optional.of(new WindowsUser(domain == null || domain.isBlank() ? null : domain, name));
    }

    ObjectNode ocsf() {
        ObjectNode user = Json.object().put("name", name);
        put(user, "domain", domain);
        return user;
    }
}
