package io.acso.edge.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody does here. Written {@code service-manager}; policies say what it lets them do. */
public enum Role {
    VIEWER,
    ANALYST,
    RESPONDER,
    APPROVER,
    SERVICE_MANAGER,
    FINANCE,
    ADMINISTRATOR;

    /**
     * The role that is written so.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    @JsonCreator
    public static Role of(String written) {
        return Arrays.stream(values())
                .filter(role -> role.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no role '" + written + "'; there are " + String.join(", ", all())));
    }

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As Spring Security knows it. */
    public String authority() {
        return "ROLE_" + name();
    }

    private static List<String> all() {
        return Arrays.stream(values()).map(Role::written).toList();
    }
}
