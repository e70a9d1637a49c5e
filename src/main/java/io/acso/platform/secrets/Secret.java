package io.acso.platform.secrets;

/** A secret's value, which neither its text nor its JSON shows. */
public final class Secret {

    private final String name;
    private final String version;
    private final String value;

    public Secret(String name, String version, String value) {
        this.name = name;
        this.version = version;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    /** The value itself: for the wire, never for a text that somebody reads. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[" + name + ", version " + version + "]";
    }
}
