package io.acso.edge.operations;

import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.AgentState;
import io.acso.agent.runtime.Heartbeats;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which agents have not been heard of for too long. */
@Component
public final class Vigil {

    private final Heartbeats heartbeats;
    private final AgentSettings settings;
    private final InstantSource clock;

    Vigil(Heartbeats heartbeats, AgentSettings settings, InstantSource clock) {
        this.heartbeats = heartbeats;
        this.settings = settings;
        this.clock = clock;
    }

    /** An agent's last sign of life, and whether it is older than the setting allows. */
    public record Watched(AgentState state, boolean silent) {}

    public List<Watched> agents() {
        return heartbeats.all().stream()
                .map(state ->
                        new Watched(state, state.seen().plus(settings.silence()).isBefore(clock.instant())))
                .toList();
    }
}
