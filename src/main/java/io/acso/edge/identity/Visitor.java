package io.acso.edge.identity;

import org.jspecify.annotations.Nullable;

/**
 * The browser that signs in.
 *
 * @param browser what it calls itself
 * @param address where it calls from
 * @param known what it was given when somebody signed in in it before; null when nobody did
 */
public record Visitor(
        String browser, String address, @Nullable String known) {

    private static final int LONGEST = 200;

    public Visitor {
        browser = browser.substring(0, Math.min(browser.length(), LONGEST));
    }

    @Override
    public String toString() {
        return "Visitor[" + browser + ", " + address + "]";
    }
}
