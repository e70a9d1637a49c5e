package io.acso.domain.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * What an event or a finding is about.
 *
 * @param scope the account or network within which the value is unique, such as {@code aws:123456789012};
 *     a private address in two networks is two entities
 * @param role whether it acted or was acted upon
 */
public record Entity(Type type, String scope, String value, Role role) {

    /** The kinds of entity, as the vocabulary names them. */
    public enum Type {
        /** A user, role or other identity; for AWS its ARN. */
        PRINCIPAL,
        /** A credential: an AWS access key id, long-lived or temporary. */
        ACCESS_KEY,
        /** One session of an assumed role; for AWS the assumed-role ARN. */
        SESSION,
        ADDRESS,
        HOST,
        /** A cloud resource; for an EC2 instance {@code region/i-…}. */
        RESOURCE,
        FILE_HASH,
        DOMAIN
    }

    /** The part the entity played. */
    public enum Role {
        ACTOR,
        TARGET
    }

    public static Entity actor(Type type, String scope, String value) {
        return new Entity(type, scope, value, Role.ACTOR);
    }

    public static Entity target(Type type, String scope, String value) {
        return new Entity(type, scope, value, Role.TARGET);
    }

    /** Identity without the role: {@code type|scope|value}. */
    @JsonIgnore
    public String key() {
        return type.name().toLowerCase(Locale.ROOT) + "|" + scope + "|" + value;
    }
}
