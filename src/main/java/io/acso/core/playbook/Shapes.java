package io.acso.core.playbook;

import java.util.Set;
import java.util.regex.Pattern;

/** How CACAO writes identifiers, instants and variable names, and our agents their names. */
final class Shapes {

    private static final String UUID =
            "--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}";

    static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9-]+[a-z0-9]" + UUID);
    static final String IDENTIFIER_CURE = "write type--UUID, such as action--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10";
    static final Pattern TIMESTAMP = Pattern.compile(
            "\\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?Z");
    static final String TIMESTAMP_CURE = "write it in UTC, such as 2026-01-31T12:00:00.000Z";
    static final Pattern AGENT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");
    static final String KIND_CURE = "write lower case words with hyphens and dots, such as aws.ec2.stop-instance";

    /** The key of our own extension in a document's extension maps; defined in docs/guides/playbooks.md. */
    static final String EXTENSION = "extension-definition--6f0b1d52-3c3f-4b7e-9a52-5d8f7f0c2a91";

    static final Set<String> PARTY_TYPES = Set.of(
            "group",
            "individual",
            "location",
            "organization",
            "sector",
            "http-api",
            "linux",
            "net-address",
            "security-category",
            "ssh");

    private Shapes() {}

    static void references(Cursor list) {
        list.items().stream().filter(Cursor::object).forEach(reference -> {
            reference.at("name").text();
            texts(reference, "description", "source", "url", "external_id", "reference_id");
        });
    }

    static void identifiers(Cursor list) {
        list.items().forEach(id -> id.text(IDENTIFIER, IDENTIFIER_CURE));
    }

    static void location(Cursor place) {
        if (place.present() && place.object()) {
            place.fields().values().forEach(Cursor::text);
        }
    }

    static void contact(Cursor place) {
        if (place.present() && place.object()) {
            place.at("email").fields().values().forEach(Cursor::text);
            place.at("phone").fields().values().forEach(Cursor::text);
            place.at("contact_details").textOr("");
        }
    }

    static void texts(Cursor place, String... names) {
        for (String name : names) {
            place.at(name).textOr("");
        }
    }

    static Pattern identifier(String type) {
        return Pattern.compile(Pattern.quote(type) + UUID);
    }
}
