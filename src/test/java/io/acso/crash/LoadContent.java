package io.acso.crash;

import io.acso.platform.content.ContentSnapshot;
import java.util.Map;

/** The content of the crash tests, with room for more actions of one kind than 50 an hour. */
final class LoadContent {

    private static final String CAPS = "policies/caps.cedar";

    private LoadContent() {}

    static ContentSnapshot of() {
        ContentSnapshot crash = Platform.crashContent();
        String shipped = crash.files().get(CAPS);
        String roomy = shipped.replace("actionsInLastHour >= 50 ", "actionsInLastHour >= 50000 ");
        if (roomy.equals(shipped)) {
            throw new IllegalStateException(CAPS + " has another cap for an hour now: name it here");
        }
        return crash.with(Map.of(CAPS, roomy));
    }
}
