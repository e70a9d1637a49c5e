package io.acso.browser;

import java.util.Map;

/** How a platform that is measured differs from one that runs. */
final class BenchSettings {

    /** One caller asks for as much as many would. */
    static final Map<String, String> UNLIMITED =
            Map.of("acso.limits.per-caller", "10000000", "acso.limits.per-address", "10000000");

    private BenchSettings() {}
}
