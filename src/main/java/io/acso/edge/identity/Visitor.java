package io.acso.edge.identity;

/** The browser that signs in: what it calls itself, and where it calls from. */
public record Visitor(String browser, String address) {

    private static final int LONGEST = 200;

    public Visitor {
        browser = browser.substring(0, Math.min(browser.length(), LONGEST));
    }
}
