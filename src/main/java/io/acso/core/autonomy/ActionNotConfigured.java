package io.acso.core.autonomy;

/** A connector that is not set up, so it cannot even look; the message names the settings that are missing. */
public final class ActionNotConfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionNotConfigured(String cure) {
        super(cure);
    }
}
