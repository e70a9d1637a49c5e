package io.acso.edge.webhook;

import java.net.URI;
import java.util.List;

/** Which URLs a webhook may have. Where the name leads is looked at anew with each attempt. */
public final class Destination {

    private static final int LONGEST = 2_000;

    private final boolean plain;

    Destination(List<String> networks) {
        this.plain = !networks.isEmpty();
    }

    /** @throws IllegalArgumentException when it may not; the message names the cure */
    public URI checked(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("that is no URL: " + e.getMessage(), e);
        }
        boolean scheme = "https".equals(url.getScheme()) || plain && "http".equals(url.getScheme());
        if (!scheme || url.getHost() == null || text.length() > LONGEST) {
            throw new IllegalArgumentException("a webhook's url begins with https:// and a host, and has " + LONGEST
                    + " characters at the most (http:// only where " + WebhookSettings.NETWORKS + " lists networks)");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a webhook's url holds no user, password or fragment");
        }
        return url;
    }
}
