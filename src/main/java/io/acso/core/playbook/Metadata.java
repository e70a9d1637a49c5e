package io.acso.core.playbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a document says about itself: checked as CACAO's schemas have it, and not used further. */
final class Metadata {

    private static final Pattern SPECIFICATION = Pattern.compile("cacao-2\\.0");
    private static final Pattern PLAYBOOK = Pattern.compile("playbook");
    private static final Pattern JSS = Pattern.compile("jss");
    private static final Pattern EXTENSION = Pattern.compile("extension-definition");
    private static final Pattern TLP = Pattern.compile("TLP:(RED|AMBER|AMBER\\+STRICT|GREEN|CLEAR)");
    private static final Set<String> SUMMARY = Set.of(
            "manual_playbook",
            "external_playbooks",
            "parallel_processing",
            "if_logic",
            "while_logic",
            "switch_logic",
            "temporal_logic",
            "data_markings",
            "digital_signatures",
            "countersigned_signatures",
            "extensions");
    private static final List<String> KEYS = List.of("public_key", "public_cert_chain", "cert_url", "thumbprint");

    private final Cursor document;

    Metadata(Cursor document) {
        this.document = document;
    }

    void check() {
        document.at("type").text(PLAYBOOK, "a playbook's type is playbook");
        document.at("spec_version").text(SPECIFICATION, "only cacao-2.0 is read");
        document.at("created_by").text(Shapes.IDENTIFIER, "name an identity: " + Shapes.IDENTIFIER_CURE);
        times();
        document.at("revoked").flag();
        List.of("playbook_activities", "industry_sectors")
                .forEach(name -> document.at(name).texts());
        List.of("derived_from", "related_to", "markings").forEach(name -> Shapes.identifiers(document.at(name)));
        Shapes.references(document.at("external_references"));
        document.at("playbook_processing_summary").fields().forEach((name, flag) -> {
            if (SUMMARY.contains(name)) {
                flag.flag();
            }
        });
        document.at("extension_definitions").fields().values().forEach(Metadata::extension);
        document.at("data_marking_definitions").fields().values().forEach(Metadata::marking);
        document.at("signatures").items().forEach(Metadata::signature);
    }

    private void times() {
        timestamp(document, "created", true);
        timestamp(document, "modified", true);
        String from = timestamp(document, "valid_from", false);
        String until = timestamp(document, "valid_until", false);
        if (!from.isEmpty() && !until.isEmpty() && until.compareTo(from) <= 0) {
            document.at("valid_until").problem("must be after valid_from, " + from);
        }
    }

    private static String timestamp(Cursor place, String name, boolean required) {
        Cursor time = place.at(name);
        return required || time.present() ? time.text(Shapes.TIMESTAMP, Shapes.TIMESTAMP_CURE) : "";
    }

    private static void extension(Cursor place) {
        if (place.object()) {
            place.at("type").text(EXTENSION, "an extension's definition has the type extension-definition");
            List.of("name", "schema", "version").forEach(name -> place.at(name).text());
            place.at("created_by").text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE);
            place.at("description").textOr("");
            Shapes.references(place.at("external_references"));
        }
    }

    private static void marking(Cursor place) {
        if (!place.object()) {
            return;
        }
        List.of("id", "created_by").forEach(name -> place.at(name).text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE));
        timestamp(place, "created", true);
        place.at("labels").texts();
        Shapes.texts(place, "name", "description");
        place.at("revoked").flag();
        List.of("valid_from", "valid_until").forEach(name -> timestamp(place, name, false));
        switch (place.at("type").text()) {
            case "marking-tlp" -> place.at("tlpv2_level").text(TLP, "write a level such as TLP:AMBER");
            case "marking-statement" -> place.at("statement").text();
            case "marking-iep" ->
                List.of("name", "tlp").forEach(name -> place.at(name).text());
            default -> place.at("type").problem("is none of marking-tlp, marking-statement, marking-iep");
        }
    }

    private static void signature(Cursor place) {
        if (!place.object()) {
            return;
        }
        place.at("type").text(JSS, "a signature's type is jss");
        List.of("id", "related_to").forEach(name -> place.at(name).text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE));
        List.of("created", "modified", "related_version").forEach(name -> timestamp(place, name, true));
        List.of("valid_from", "valid_until").forEach(name -> timestamp(place, name, false));
        List.of("signee", "hash_algorithm", "algorithm", "value")
                .forEach(name -> place.at(name).text());
        place.at("revoked").flag();
        if (place.at("created_by").present()) {
            place.at("created_by").text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE);
        }
        Shapes.texts(place, "public_key", "cert_url", "thumbprint");
        place.at("public_cert_chain").texts();
        if (KEYS.stream().filter(name -> place.at(name).present()).count() != 1) {
            place.problem("must have exactly one of " + String.join(", ", KEYS));
        }
    }
}
