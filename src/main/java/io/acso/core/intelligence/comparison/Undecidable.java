package io.acso.core.intelligence.comparison;

/** An observed value is not of the form that its use demands, so no answer about it would be right. */
final class Undecidable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    Undecidable(String message) {
        super(message, null, false, false);
    }

    /** The value as a message shows it. */
    static String shown(String value) {
        return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "'";
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
