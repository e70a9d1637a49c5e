package io.acso.crash;

import io.acso.platform.content.ContentSnapshot;
import java.util.Map;

/** The content of the crash tests, with room for more actions of one kind than the shipped caps leave. */
final class LoadContent {

    private static final String CAPS = "policies/caps.cedar";
    private static final Map<String, String> LIFTED = Map.of(
            "actionsInLastHour >= 50 ", "actionsInLastHour >= 50000 ",
            "touchedInLastHour + context.count > 40 ", "touchedInLastHour + context.count > 40000 ",
            "actionsInLastMinute >= 30 ", "actionsInLastMinute >= 30000 ");

    private LoadContent() {}

    static ContentSnapshot of() {
        ContentSnapshot crash = Platform.crashContent();
        String roomy = crash.files().get(CAPS);
        for (var cap : LIFTED.entrySet()) {
            String lifted = roomy.replace(cap.getKey(), cap.getValue());
            if (lifted.equals(roomy)) {
                throw new IllegalStateException(CAPS + " has no '" + cap.getKey() + "' any more: name what it has");
            }
            roomy = lifted;
        }
        return crash.with(Map.of(CAPS, roomy));
    }
}
