package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.Form;
import io.acso.core.intelligence.bulk.NoIndicator;
import java.util.ArrayList;
import java.util.List;

/**
 * A value beside the name of its type. MISP joins two with a bar: of {@code filename|sha256} the hash is looked up, of
 * {@code domain|ip} both, of {@code ip-dst|port} and {@code ip:port} the address.
 */
record TypedValue(Form form, String value) {

    private static final String WITH_PORT = "ip:port";

    /** @throws NoIndicator when nothing of it is of a type that is looked up */
    static List<TypedValue> read(String type, String value) {
        String[] types = type.split("\\|", -1);
        String[] values = types.length == 1 ? new String[] {value} : value.split("\\|", -1);
        List<TypedValue> typed = new ArrayList<>();
        for (int i = 0; i < types.length && i < values.length; i++) {
            Form form = TypeNames.type(types[i]);
            if (form != null) {
                // A file's name may hold a bar itself: the hash is last.
                String part = i == types.length - 1 ? values[values.length - 1] : values[i];
                typed.add(new TypedValue(form, type.equalsIgnoreCase(WITH_PORT) ? withoutPort(part) : part));
            }
        }
        if (typed.isEmpty()) {
            throw new NoIndicator(
                    "values of type '" + (type.length() > 40 ? type.substring(0, 40) : type) + "' are not looked up");
        }
        return typed;
    }

    private static String withoutPort(String value) {
        int colon = value.lastIndexOf(':');
        return colon < 0 ? value : value.substring(0, colon).replace("[", "").replace("]", "");
    }
}
