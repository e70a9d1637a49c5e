package io.acso.edge.api.document;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Writes the page. Everything that it shows is escaped. */
final class PageText {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String COMPONENTS = "#/components/schemas/";

    private final JsonNode api;
    private final String style;
    private final StringBuilder html = new StringBuilder(100_000);

    PageText(JsonNode api, String style) {
        this.api = api;
        this.style = style;
    }

    private record Operation(String method, String path, JsonNode is) {
        String id() {
            return method + path.replaceAll("[^a-zA-Z0-9]+", "-");
        }
    }

    String write() {
        SortedMap<String, List<Operation>> nouns = nouns();
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>ACSO API</title>")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>")
                .append(style)
                .append("</style></head><body><div class=\"frame\">");
        navigation(nouns);
        html.append("<main><h1>ACSO API</h1>");
        for (String paragraph : api.at("/info/description").asString("").strip().split("\n\n")) {
            html.append("<p>");
            prose(paragraph);
            html.append("</p>");
        }
        html.append("<p><a href=\"/api/openapi.json\">OpenAPI 3.1 as JSON</a></p>");
        nouns.forEach((noun, operations) -> {
            html.append("<h2>");
            text(noun);
            html.append("</h2>");
            operations.forEach(this::operation);
        });
        html.append("<h2>types</h2>");
        new TreeSet<>(api.at("/components/schemas").propertyNames()).forEach(this::type);
        return html.append("</main></div></body></html>").toString();
    }

    private SortedMap<String, List<Operation>> nouns() {
        SortedMap<String, List<Operation>> nouns = new TreeMap<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Operation operation = new Operation(method.getKey(), path.getKey(), method.getValue());
                    nouns.computeIfAbsent(method.getValue().at("/tags/0").asString("other"), none -> new ArrayList<>())
                            .add(operation);
                }));
        return nouns;
    }

    private void navigation(Map<String, List<Operation>> nouns) {
        html.append("<nav aria-label=\"operations\">");
        nouns.forEach((noun, operations) -> {
            html.append("<h2>");
            text(noun);
            html.append("</h2><ul>");
            operations.forEach(operation -> {
                html.append("<li><a href=\"#").append(operation.id()).append("\">");
                text(operation.method().toUpperCase(Locale.ROOT) + " "
                        + operation.path().replace("/api/v1", ""));
                html.append("</a></li>");
            });
            html.append("</ul>");
        });
        html.append("</nav>");
    }

    private void operation(Operation operation) {
        html.append("<section id=\"").append(operation.id()).append("\"><h3><span class=\"method ");
        text(operation.method());
        html.append("\">");
        text(operation.method());
        html.append("</span> ");
        text(operation.path());
        html.append("</h3><p>");
        JsonNode is = operation.is();
        prose(is.path("description").asString(is.path("summary").asString("")));
        html.append("</p>");
        parameters(is.path("parameters"));
        contents("takes", is.path("requestBody"));
        is.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> contents("answers " + answer.getKey(), answer.getValue()));
        html.append("</section>");
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        html.append("<h4>parameters</h4><table>");
        for (JsonNode parameter : parameters) {
            boolean needed = parameter.path("required").asBoolean(false);
            row(
                    parameter.path("name").asString() + (needed ? " *" : ""),
                    parameter.path("schema"),
                    parameter.path("description").asString(""));
        }
        html.append("</table>");
    }

    private void contents(String what, JsonNode holder) {
        holder.path("content").properties().forEach(content -> {
            JsonNode schema = content.getValue().path("schema");
            html.append("<h4>");
            text(what + " ");
            html.append("</h4><p><code>");
            text(content.getKey());
            html.append("</code> ");
            shape(schema);
            html.append("</p>");
            String name = name(schema.has("items") ? schema.path("items") : schema);
            example(api.path("components")
                    .path("schemas")
                    .path(name)
                    .path("examples")
                    .path(0));
        });
    }

    private void type(String name) {
        JsonNode schema = api.path("components").path("schemas").path(name);
        html.append("<section id=\"type-");
        text(name);
        html.append("\"><h3>");
        text(name);
        html.append("</h3><p>");
        prose(schema.path("description").asString(""));
        html.append("</p><table>");
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties")
                .properties()
                .forEach(property -> row(
                        property.getKey() + (required.contains(property.getKey()) ? " *" : ""),
                        property.getValue(),
                        property.getValue().path("description").asString("")));
        schema.path("oneOf").forEach(one -> row("one of", one, ""));
        html.append("</table></section>");
    }

    private void row(String name, JsonNode schema, String description) {
        html.append("<tr><td><code>");
        text(name);
        html.append("</code></td><td>");
        shape(schema);
        html.append("</td><td>");
        prose(description);
        html.append("</td></tr>");
    }

    /** A type in few words, named ones with the way to them. */
    private void shape(JsonNode schema) {
        String name = name(schema);
        if (!name.isEmpty()) {
            html.append("<a href=\"#type-");
            text(name);
            html.append("\">");
            text(name);
            html.append("</a>");
        } else if (schema.has("items")) {
            html.append("list of ");
            shape(schema.path("items"));
        } else if (schema.has("enum")) {
            text(String.join(
                    " | ",
                    schema.path("enum").valueStream().map(JsonNode::asString).toList()));
        } else if (schema.path("additionalProperties").isObject()) {
            html.append("map to ");
            shape(schema.path("additionalProperties"));
        } else {
            text(schema.path("const")
                    .asString(schema.path("format").asString(schema.path("type").asString("any"))));
        }
    }

    private void example(JsonNode example) {
        if (example.isMissingNode()) {
            return;
        }
        html.append("<details><summary>example</summary><pre>");
        text(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(example));
        html.append("</pre></details>");
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith(COMPONENTS) ? reference.substring(COMPONENTS.length()) : "";
    }

    /** Words with code between backticks. */
    private void prose(String words) {
        html.append(CODE.matcher(HtmlUtils.htmlEscape(words)).replaceAll("<code>$1</code>"));
    }

    private void text(String text) {
        html.append(HtmlUtils.htmlEscape(text));
    }
}
