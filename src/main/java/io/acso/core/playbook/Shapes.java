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

    private static final Set<String> LOCATION = Set.of(
            "name",
            "description",
            "building_details",
            "network_details",
            "country",
            "administrative_area",
            "city",
            "street_address",
            "postal_code",
            "latitude",
            "longitude",
            "precision");

    private static final Set<String> REGIONS = Set.of(("africa eastern-africa middle-africa northern-africa"
                    + " southern-africa western-africa americas caribbean central-america latin-america-caribbean"
                    + " northern-america south-america asia central-asia eastern-asia southern-asia south-eastern-asia"
                    + " western-asia europe eastern-europe northern-europe southern-europe western-europe oceania"
                    + " antarctica australia-new-zealand melanesia micronesia polynesia")
            .split(" "));

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

    /** Under each extension's id an object. */
    static Cursor extensions(Cursor place) {
        filled(place);
        place.fields().values().forEach(Cursor::object);
        return place;
    }

    static void filled(Cursor place) {
        if (place.node().isObject() && place.node().isEmpty()) {
            place.problem("is empty: leave it out");
        }
    }

    /** A definition of one of CACAO's types has it in its id. */
    static void typeOfId(String id, Cursor place, Set<String> types) {
        int split = id.indexOf("--");
        String first = split < 0 ? "" : id.substring(0, split);
        String type = place.at("type").text();
        if (types.contains(first) ? !type.equals(first) : types.contains(type)) {
            place.at("type").problem("must be the same as in the id, which is " + type + "--UUID");
        }
    }

    static void location(Cursor place) {
        if (place.present() && place.object()) {
            LOCATION.forEach(name -> place.at(name).textOr(""));
            Cursor region = place.at("region");
            if (region.present() && !REGIONS.contains(region.text())) {
                region.problem("is no region of CACAO's list, such as europe or northern-america");
            }
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
