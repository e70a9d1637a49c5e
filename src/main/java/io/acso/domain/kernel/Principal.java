package io.acso.domain.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who asks for something: a person, an agent or a service. Written {@code person:alice}. */
public record Principal(Kind kind, String name) {

    /** What sort of principal this is. */
    public enum Kind {
        PERSON,
        AGENT,
        SERVICE
    }

    public Principal {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a principal needs a name");
        }
    }

    public static Principal person(String name) {
        return new Principal(Kind.PERSON, name);
    }

    public static Principal agent(String name) {
        return new Principal(Kind.AGENT, name);
    }

    public static Principal service(String name) {
        return new Principal(Kind.SERVICE, name);
    }

    /** Parses {@code kind:name}. */
    @JsonCreator
    public static Principal parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("expected kind:name, for example person:alice, not '" + text + "'");
        }
        return new Principal(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
