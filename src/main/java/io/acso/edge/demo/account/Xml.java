package io.acso.edge.demo.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An element of an answer: a name with text or with children. */
record Xml(String name, String text, List<Xml> children) {

    static Xml text(String name, String text) {
        return new Xml(name, text, List.of());
    }

    static Xml of(String name, Xml... children) {
        return new Xml(name, "", Arrays.asList(children));
    }

    static Xml of(String name, List<Xml> children) {
        return new Xml(name, "", children);
    }

    /** A list as the EC2 protocol writes it. */
    static Xml items(String name, List<List<Xml>> items) {
        return of(name, items.stream().map(item -> of("item", item)).toList());
    }

    Xml with(Xml... more) {
        List<Xml> all = new ArrayList<>(children);
        all.addAll(Arrays.asList(more));
        return new Xml(name, text, all);
    }

    String document(String namespace) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"");
        return out.toString();
    }

    private void write(StringBuilder out, String attributes) {
        out.append('<').append(name).append(attributes).append('>').append(escaped(text));
        children.forEach(child -> child.write(out, ""));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
