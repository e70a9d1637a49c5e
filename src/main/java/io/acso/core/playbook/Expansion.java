package io.acso.core.playbook;

import io.acso.core.playbook.Template.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a value becomes where it goes into a text of a certain form. */
final class Expansion {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./][\\p{L}\\p{N}_.:/@%+=,-]*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Expansion() {}

    /** @throws ValueUnfit naming the variable and the cure */
    static String of(String name, String value, Form form) {
        return switch (form) {
            case TEXT, BODY -> value;
            case SHELL -> checked(name, PLAIN.matcher(value).matches(), value, "a command line");
            case HOST -> checked(name, HOST.matcher(value).matches(), value, "the name of a host");
            case HEADER -> checked(name, !CONTROL.matcher(value).find(), value, "a header");
            case URL -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        };
    }

    private static String checked(String name, boolean fits, String value, String place) {
        if (!fits) {
            throw new ValueUnfit("the value of __" + name + "__ must not stand in " + place
                    + ": it has characters that could change its meaning; make the variable a constant of the playbook,"
                    + " or give it a plain value");
        }
        return value;
    }
}
