package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Reads one command of an action step: ours and manual ones strictly, the others as they come. */
final class CommandReader {

    private static final Pattern STRAY = Pattern.compile(Bindings.NAME.pattern() + "|\\$\\$[^$]+\\$\\$");

    private CommandReader() {}

    static CommandData read(Cursor place) {
        if (!place.object()) {
            return new CommandData.Other("", Json.object());
        }
        String type = place.at("type").text();
        return switch (type) {
            case CommandData.AGENT_TASK -> new CommandData.AgentTask(kind(place), arguments(place.at("arguments")));
            case CommandData.GATED_ACTION -> action(place);
            case CommandData.MANUAL -> new CommandData.Manual(manual(place));
            default -> new CommandData.Other(type, (ObjectNode) place.node());
        };
    }

    private static String kind(Cursor place) {
        return place.at("command").text(Shapes.KIND, Shapes.KIND_CURE);
    }

    private static CommandData action(Cursor place) {
        Map<String, String> arguments = new TreeMap<>();
        place.at("arguments").fields().forEach((name, value) -> arguments.put(name, template(value)));
        return new CommandData.GatedAction(
                kind(place),
                place.at("target_type").text(),
                template(place.at("scope")),
                template(place.at("target")),
                arguments);
    }

    private static ObjectNode arguments(Cursor place) {
        place.fields().values().forEach(CommandReader::checkTemplates);
        return place.objectOr(Json.object());
    }

    private static void checkTemplates(Cursor place) {
        if (place.node().isString()) {
            template(place);
        } else if (place.node().isObject()) {
            place.fields().values().forEach(CommandReader::checkTemplates);
        } else if (!place.node().isEmpty()) {
            place.items().forEach(CommandReader::checkTemplates);
        }
    }

    /** A text that may refer to variables; what only looks like a reference would silently stay as it is. */
    private static String template(Cursor place) {
        String text = place.text();
        Matcher stray = STRAY.matcher(Bindings.REFERENCE.matcher(text).replaceAll(""));
        if (stray.find()) {
            place.problem("'" + stray.group() + "' is no reference: CACAO 2.0 writes a variable __name__:value");
        }
        return text;
    }

    private static String manual(Cursor place) {
        Cursor encoded = place.at("command_b64");
        if (!encoded.present()) {
            return place.at("command").text();
        }
        try {
            return new String(Base64.getDecoder().decode(encoded.text()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            encoded.problem("is no base64: encode the text as RFC 4648 §4 says");
            return "";
        }
    }
}
