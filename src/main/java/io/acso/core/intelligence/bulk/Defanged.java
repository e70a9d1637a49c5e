package io.acso.core.intelligence.bulk;

import java.util.regex.Pattern;

/** Undoes what keeps people from clicking on what a list warns of: {@code hxxps://evil[.]example}. */
final class Defanged {

    private static final Pattern DOT = Pattern.compile("\\[\\.]|\\(\\.\\)|\\{\\.}|[\\[({]dot[])}]");
    private static final Pattern AT = Pattern.compile("\\[@]|\\(@\\)|[\\[({]at[])}]");
    private static final Pattern SCHEME =
            Pattern.compile("^h(?:xx|XX|tt|TT)p(s?)(?:\\[:]//|\\[://]|:\\[//]|://|\\[:]\\[//])");
    private static final Pattern FTP = Pattern.compile("^fxp(s?)://");

    private Defanged() {}

    static String read(String text) {
        String value = text;
        if (value.startsWith("h") || value.startsWith("f")) {
            value = SCHEME.matcher(value).replaceFirst("http$1://");
            value = FTP.matcher(value).replaceFirst("ftp$1://");
        }
        if (value.indexOf('[') >= 0 || value.indexOf('(') >= 0 || value.indexOf('{') >= 0) {
            value = DOT.matcher(value).replaceAll(".");
            value = AT.matcher(value).replaceAll("@").replace("[:]", ":").replace("[/]", "/");
        }
        return value;
    }
}
