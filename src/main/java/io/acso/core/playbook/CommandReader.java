package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Reads the commands of one action step. What is valid CACAO but cannot be carried out here is a refusal. */
final class CommandReader {

    static final String HUNT_SIGMA = "hunt-sigma";

    private static final Pattern STRAY = Pattern.compile(Bindings.NAME.pattern() + "|\\$\\$[^$]+\\$\\$");
    private static final Set<String> REQUIRE_COMMAND = Set.of("http-api", "openc2-http");

    private final String agent;
    private final OutsideCommands outside;
    private final List<Problem> refusals;

    CommandReader(String agent, OutsideCommands outside, List<Problem> refusals) {
        this.agent = agent;
        this.outside = outside;
        this.refusals = refusals;
    }

    /** A command that acts on targets is read once for each of them. */
    List<CommandData> read(Cursor place) {
        if (!place.object()) {
            return List.of();
        }
        String type = place.at("type").text();
        common(place, type);
        return switch (type) {
            case CommandData.AGENT_TASK ->
                List.of(new CommandData.AgentTask(agent, kind(place), arguments(place.at("arguments"))));
            case CommandData.GATED_ACTION -> List.of(action(place));
            case CommandData.MANUAL -> List.of(new CommandData.Manual(text(place)));
            case "sigma" ->
                List.of(new CommandData.AgentTask(
                        Parties.HUNTS, HUNT_SIGMA, Json.object().put("rule", text(place))));
            case "http-api", "openc2-http" -> outside.http(place, type);
            case "ssh", "bash", "powershell" -> outside.shell(place, type, text(place));
            default -> List.of(other(place, type));
        };
    }

    private static void common(Cursor place, String type) {
        place.at("description").textOr("");
        place.at("version").textOr("");
        place.at("playbook_activity").textOr("");
        Shapes.references(place.at("external_references"));
        if (REQUIRE_COMMAND.contains(type)) {
            place.at("command").text();
        }
        if (type.equals("openc2-http")) {
            place.at("content_b64").text();
        }
        if (type.equals("sigma") || type.equals("yara")) {
            place.at("command_b64").text();
        }
    }

    private CommandData other(Cursor place, String type) {
        String refusal =
                "commands of type '" + type + "' are not carried out here: use http-api, openc2-http, ssh, bash,"
                        + " powershell, sigma, manual, " + CommandData.AGENT_TASK + " or " + CommandData.GATED_ACTION;
        refusals.add(new Problem(place.pointer(), refusal));
        return new CommandData.Other(type, refusal);
    }

    private static String kind(Cursor place) {
        return place.at("command").text(Shapes.KIND, Shapes.KIND_CURE);
    }

    private CommandData action(Cursor place) {
        Map<String, Template> arguments = new TreeMap<>();
        place.at("arguments").fields().forEach((name, value) -> arguments.put(name, Template.of(template(value))));
        return new CommandData.GatedAction(
                agent,
                kind(place),
                place.at("target_type").text(),
                Template.of(template(place.at("scope"))),
                Template.of(template(place.at("target"))),
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
    static String template(Cursor place) {
        String text = place.text();
        Matcher stray = STRAY.matcher(Bindings.REFERENCE.matcher(text).replaceAll(""));
        if (stray.find()) {
            place.problem("'" + stray.group() + "' is no reference: CACAO 2.0 writes a variable __name__:value");
        }
        return text;
    }

    /** The {@code command}, or what {@code command_b64} holds. */
    private static String text(Cursor place) {
        Cursor encoded = place.at("command_b64");
        return encoded.present() ? decoded(encoded) : place.at("command").text();
    }

    private static String decoded(Cursor place) {
        try {
            byte[] bytes = Base64.getDecoder().decode(place.text());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException e) {
            place.problem("is no base64: encode the text as RFC 4648 §4 says");
        } catch (CharacterCodingException e) {
            place.problem("is no text in UTF-8: a command is a text");
        }
        return "";
    }
}
