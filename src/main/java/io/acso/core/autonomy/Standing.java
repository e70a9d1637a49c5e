package io.acso.core.autonomy;

import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The live inputs of one decision, as they were read. */
record Standing(KillSwitch.Reading kill, AutonomyLevels.Reading level, Caps.Counts counts) {

    /** Fails a commit when the kill switch or the level has moved since. */
    List<Commit.Operation> guards() {
        List<Commit.Operation> guards = new ArrayList<>(kill.guards());
        guards.add(level.guard());
        return guards;
    }

    /** Counts one more action; fails a commit when somebody else has counted since. */
    List<Commit.Put> counted(Instant now) {
        return counts.plusOne(now);
    }

    /** As it was before an intent that was counted then. */
    Standing before(Instant counted) {
        return new Standing(kill, level, counts.without(counted));
    }
}
