package io.acso.domain.event;

/** The OCSF classes that this system writes, with the numbers the schema gives them. */
public enum OcsfClass {
    BASE_EVENT(0, 0),
    FILE_ACTIVITY(1, 1001),
    MODULE_ACTIVITY(1, 1005),
    PROCESS_ACTIVITY(1, 1007),
    REGISTRY_KEY_ACTIVITY(1, 201001),
    REGISTRY_VALUE_ACTIVITY(1, 201002),
    DETECTION_FINDING(2, 2004),
    ACCOUNT_CHANGE(3, 3001),
    AUTHENTICATION(3, 3002),
    NETWORK_ACTIVITY(4, 4001),
    DNS_ACTIVITY(4, 4003),
    API_ACTIVITY(6, 6003);

    private final int category;
    private final int uid;

    OcsfClass(int category, int uid) {
        this.category = category;
        this.uid = uid;
    }

    /** {@code category_uid} */
    public int category() {
        return category;
    }

    /** {@code class_uid} */
    public int uid() {
        return uid;
    }

    /** {@code type_uid} of an activity of this class. */
    public long type(int activity) {
        return uid * 100L + activity;
    }
}
