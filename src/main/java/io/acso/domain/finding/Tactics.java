package io.acso.domain.finding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ATT&amp;CK's ids of the enterprise tactics, by the names in Sigma's tags. */
final class Tactics {

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("reconnaissance", "TA0043"),
            Map.entry("resource-development", "TA0042"),
            Map.entry("initial-access", "TA0001"),
            Map.entry("execution", "TA0002"),
            Map.entry("persistence", "TA0003"),
            Map.entry("privilege-escalation", "TA0004"),
            Map.entry("defense-evasion", "TA0005"),
            Map.entry("credential-access", "TA0006"),
            Map.entry("discovery", "TA0007"),
            Map.entry("lateral-movement", "TA0008"),
            Map.entry("collection", "TA0009"),
            Map.entry("exfiltration", "TA0010"),
            Map.entry("command-and-control", "TA0011"),
            Map.entry("impact", "TA0040"));

    private Tactics() {}

    static @Nullable String idOf(String name) {
        return IDS.get(name);
    }
}
