package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.util.List;

/**
 * A CACAO variable (§10.18). Its name is given without the underscores that surround it in the document.
 *
 * @param type of CACAO's open vocabulary: {@code string}, {@code list}, {@code bool}, …
 * @param constant never changed once the execution has begun
 * @param external its value comes from whoever starts the execution
 */
public record Variable(String name, String type, String description, Value value, boolean constant, boolean external) {

    public boolean list() {
        return type.equals("list");
    }

    /**
     * The value in this variable's shape; what has no text at all is unknown, except for a text.
     *
     * @throws ValueUnfit when it is not of the variable's type
     */
    Value accepted(Value given) {
        Value value = shaped(given);
        if (value instanceof Value.Text(String text)) {
            if (text.isEmpty() && !type.equals("string")) {
                return Value.UNKNOWN;
            }
            VariableType.trouble(type, text).ifPresent(trouble -> {
                throw new ValueUnfit("__" + name + "__ " + trouble);
            });
        }
        return value;
    }

    /** The value in this variable's shape: a list for a list, text for all else. */
    Value shaped(Value given) {
        return switch (given) {
            case Value.Text text when list() -> Value.of(text.text().isEmpty() ? List.of() : List.of(text.text()));
            case Value.Items items when !list() -> Value.of(Json.text(items.items()));
            default -> given;
        };
    }
}
