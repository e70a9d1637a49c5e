package io.acso.core.playbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to authenticate (CACAO §6). Only the name of a secret is ever kept.
 *
 * @param username who authenticates; may refer to variables
 * @param secret its name in the secret store; null where the document names none
 * @param inline the document holds the secret itself, and so cannot run here
 */
record Authentication(
        String type, String username, @Nullable String secret, boolean inline, String pointer) {

    private static final Set<String> TYPES = Set.of("http-basic", "oauth2", "user-auth");

    static Map<String, Authentication> read(Cursor definitions) {
        Map<String, Authentication> read = new LinkedHashMap<>();
        definitions.fields().forEach((id, place) -> {
            if (place.object()) {
                Shapes.typeOfId(id, place, TYPES);
                read.put(id, one(place));
            }
        });
        Shapes.filled(definitions);
        return read;
    }

    private static Authentication one(Cursor place) {
        String type = place.at("type").text();
        Shapes.texts(place, "name", "description");
        Shapes.extensions(place.at("authentication_info_extensions"));
        boolean managed = place.at("kms").flag();
        String user = place.at("username").textOr("") + place.at("user_id").textOr("");
        String held = place.at("password").textOr("")
                + place.at("token").textOr("")
                + place.at("private_key").textOr("");
        if (type.equals("oauth2")) {
            place.at("oauth_header").text();
            place.at("token").text();
        }
        Cursor key = place.at("kms_key_identifier");
        String secret = key.present() ? key.text() : null;
        boolean isKey = place.at("authentication_info_extensions")
                .at(Shapes.EXTENSION)
                .at("private_key")
                .flag();
        return new Authentication(
                isKey ? "private-key" : type, user, secret, !held.isEmpty() && !managed, place.pointer());
    }

    /** Why it cannot be used here; empty when it can. */
    String trouble() {
        if (inline) {
            return "holds the secret itself: put it into the secret store, change it there for it was written down, and"
                    + " name it with \"kms\": true and \"kms_key_identifier\"";
        }
        return secret == null ? "names no secret: add \"kms\": true and \"kms_key_identifier\" with its name" : "";
    }
}
