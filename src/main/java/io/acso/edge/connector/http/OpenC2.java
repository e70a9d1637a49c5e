package io.acso.edge.connector.http;

import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Effect;
import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * OpenC2 over HTTPS: the message of the Language Specification 1.0 as the Specification for Transfer of OpenC2 Messages
 * via HTTPS 1.1 carries it. A bare command, as version 1.0 of the transfer had it, is sent as it is written too.
 */
final class OpenC2 {

    /** The transfer specification's section 3.3.1. */
    private static final String CONTENT_TYPE = "application/openc2+json;version=1.0";

    private static final int PROCESSING = 102;
    private static final int OK = 200;

    private OpenC2() {}

    /** With the headers that the transfer asks for, where the action sets none. */
    static HttpCall of(HttpCall call) {
        if (!call.method().equals("POST")) {
            throw new ActionInvalid("an OpenC2 command is sent by POST, not " + call.method());
        }
        byte[] content = call.content();
        if (content == null || !isCommand(tree(content))) {
            throw new ActionInvalid("the content of an OpenC2 command is a JSON object with action and target,"
                    + " or a message with them at body.openc2.request");
        }
        SequencedMap<String, String> headers = new LinkedHashMap<>(call.headers());
        add(headers, "Content-Type", CONTENT_TYPE);
        add(headers, "Accept", CONTENT_TYPE);
        add(headers, "Cache-Control", "no-cache");
        return new HttpCall(call.method(), call.url(), headers, content, call.credentials());
    }

    private static void add(Map<String, String> headers, String name, String value) {
        if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
            headers.put(name, value);
        }
    }

    private static boolean isCommand(JsonNode tree) {
        JsonNode command = tree.has("body") ? tree.at("/body/openc2/request") : tree;
        return command.path("action").isString() && command.path("target").isObject();
    }

    private static JsonNode tree(byte[] content) {
        try {
            return Json.tree(new String(content, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new ActionInvalid("the content of an OpenC2 command is no JSON: " + e.getOriginalMessage());
        }
    }

    /** The response's own status has the last word on what HTTP calls a success. */
    static Effect judge(Effect.Done byHttp, String answer) {
        OptionalInt status = status(answer);
        if (status.isEmpty()) {
            return answer.isBlank()
                    ? byHttp
                    : new Effect.Unknown("the answer is no OpenC2 response with a status: the consumer may have acted");
        }
        int code = status.getAsInt();
        Map<String, String> details = new LinkedHashMap<>(byHttp.details());
        details.put("openc2_status", Integer.toString(code));
        if (code == OK || code == PROCESSING) {
            return new Effect.Done(details);
        }
        String why = String.format(Locale.ROOT, "the OpenC2 consumer answered %d", code);
        return code == 500 ? new Effect.Unknown(why) : new Effect.Refused(why);
    }

    private static OptionalInt status(String answer) {
        try {
            JsonNode tree = Json.tree(answer);
            JsonNode response = tree.has("body") ? tree.at("/body/openc2/response") : tree;
            JsonNode status = response.path("status");
            return status.isInt() ? OptionalInt.of(status.asInt()) : OptionalInt.empty();
        } catch (JacksonException e) {
            return OptionalInt.empty();
        }
    }
}
