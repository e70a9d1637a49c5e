package io.acso.core.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads agent and target definitions: those of CACAO's types as its schemas have them, others by what all share. */
final class PartyReader {

    private static final Set<String> NETWORK = Set.of("http-api", "linux", "net-address", "ssh");
    private static final Map<String, Pattern> ADDRESSES = Map.of(
            "url", Pattern.compile("https?://\\S+|\\S+\\.\\S+"),
            "dname", Pattern.compile("\\S+"),
            "ipv4", Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}"),
            "ipv6", Pattern.compile("[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*"),
            "l2mac", Pattern.compile("[a-fA-F0-9]{2}(:[a-fA-F0-9]{2}){5}"));
    private static final Pattern PORT = Pattern.compile("\\d{1,5}|" + Bindings.REFERENCE.pattern());
    private static final int MAX_VLAN = 4095;

    private PartyReader() {}

    static Map<String, Party> parties(Cursor definitions) {
        Map<String, Party> parties = new LinkedHashMap<>();
        definitions.fields().forEach((id, place) -> {
            if (place.object()) {
                parties.put(id, party(id, place));
            }
        });
        Shapes.filled(definitions);
        return parties;
    }

    private static Party party(String id, Cursor place) {
        String type = place.at("type").text();
        Shapes.typeOfId(id, place, Shapes.PARTY_TYPES);
        place.at("description").textOr("");
        Shapes.extensions(place.at("agent_target_extensions"));
        if (type.equals("security-category")
                || NETWORK.contains(type) && place.at("category").present()) {
            required(place.at("category")).texts();
        }
        if (type.equals("sector")) {
            place.at("sector").text();
        }
        Shapes.location(place.at("location"));
        Shapes.contact(place.at("contact"));
        place.at("logical").texts();
        Cursor authentication = place.at("authentication_info");
        return new Party(
                id,
                type,
                place.at("name").text(),
                NETWORK.contains(type) ? addresses(required(place.at("address"))) : Map.of(),
                port(place.at("port")),
                authentication.present() ? authentication.text(Shapes.IDENTIFIER, Shapes.IDENTIFIER_CURE) : null,
                place.at("members").texts());
    }

    private static Cursor required(Cursor place) {
        if (!place.present()) {
            place.problem("is missing: add it");
        }
        return place;
    }

    private static String port(Cursor place) {
        return place.present() ? place.text(PORT, "write a number as a text, such as \"443\"") : "";
    }

    private static Map<String, List<String>> addresses(Cursor place) {
        Map<String, List<String>> addresses = new TreeMap<>();
        place.fields().forEach((kind, values) -> {
            Pattern shape = ADDRESSES.get(kind);
            if (kind.equals("vlan")) {
                values.items().forEach(vlan -> vlan.number(0, MAX_VLAN, 0));
            } else if (shape == null) {
                values.problem("is no type of address: write one of dname, ipv4, ipv6, l2mac, url, vlan");
            } else {
                addresses.put(
                        kind,
                        values.items().stream()
                                .map(value -> address(value, shape))
                                .toList());
            }
        });
        return addresses;
    }

    private static String address(Cursor place, Pattern shape) {
        boolean variable = Bindings.REFERENCE.matcher(place.node().asString("")).find();
        return variable ? place.text() : place.text(shape, "write it as its type of address is written");
    }
}
