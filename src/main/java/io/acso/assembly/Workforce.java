package io.acso.assembly;

import io.acso.agent.financialintelligence.FinancialIntelligence;
import io.acso.agent.incidentresponse.IncidentResponse;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.AgentRuntime;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.serviceorchestration.ServiceOrchestration;
import io.acso.agent.supervisor.Supervisor;
import io.acso.agent.supervisor.SupervisorSettings;
import io.acso.agent.threathunter.EventFeeds;
import io.acso.agent.threathunter.ThreatHunter;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.Delegations;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.KillSwitch;
import io.acso.core.autonomy.Makers;
import io.acso.core.autonomy.Owner;
import io.acso.core.autonomy.Pause;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.core.autonomy.Undo;
import io.acso.core.detection.CorrelationSettings;
import io.acso.core.playbook.Trust;
import io.acso.domain.inventory.Inventory;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.durability.Durability;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import io.acso.platform.objects.ObjectStore;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The five agents and the gate, put together without any framework: from here the server, the demo and the
 * tests all run the same thing.
 */
public final class Workforce implements AutoCloseable {

    private static final Duration FIRST_LOOK = Duration.ofMillis(200);

    /** What the agents stand on. */
    public record Platform(Durability durability, Journal journal, Lake lake, ObjectStore objects) {}

    /**
     * How they work.
     *
     * @param owner this process, and whether others share the durability
     * @param makers who is behind the programs that call
     */
    public record Settings(
            AgentSettings agents,
            SupervisorSettings supervisor,
            AutonomyLevels.Defaults autonomy,
            CorrelationSettings correlation,
            Owner owner,
            Makers makers,
            Trust trust) {

        /** The only process on its durability. */
        public Settings(AgentSettings agents, SupervisorSettings supervisor, AutonomyLevels.Defaults autonomy) {
            this(
                    agents,
                    supervisor,
                    autonomy,
                    CorrelationSettings.DEFAULT,
                    Owner.single(),
                    Makers.none(),
                    Trust.NOBODY);
        }

        public static Settings standard() {
            return new Settings(AgentSettings.DEFAULT, SupervisorSettings.DEFAULT, AutonomyLevels.Defaults.standard());
        }
    }

    private final KillSwitch killSwitch;
    private final PoliciesInForce policies;
    private final AutonomyLevels levels;
    private final Delegations delegations;
    private final Gate gate;
    private final Effects effects;
    private final Undo undo;
    private final AgentRuntime runtime;
    private final EventFeeds feeds;

    /**
     * @param content of which playbooks and prices are taken
     * @param watched of which policies, rules and indicators are taken; they may change meanwhile
     * @param connectors their actuators
     * @param further agents beside the five
     * @throws RuntimeException when a policy, playbook or setting cannot be used; nothing runs then
     */
    public Workforce(
            Platform platform,
            Settings settings,
            Supplier<ContentSnapshot> content,
            Supplier<ContentSnapshot> watched,
            Supplier<Inventory> inventory,
            List<Actuator> connectors,
            List<Agent> further,
            InstantSource clock,
            ObservationRegistry observations) {
        Durability durability = platform.durability();
        this.policies = new PoliciesInForce(watched, durability, clock);
        this.killSwitch = new KillSwitch(durability, clock);
        this.levels = new AutonomyLevels(durability, settings.autonomy(), clock);
        this.gate = new Gate(durability, policies, inventory, levels, killSwitch, clock);
        Actuators actuators = new Actuators(connectors);
        this.effects = new Effects(durability, gate, actuators, clock, Pause.doubling(FIRST_LOOK), settings.owner());
        this.undo = new Undo(effects, actuators, inventory);
        List<Agent> agents = new ArrayList<>(further);
        this.delegations = new Delegations(durability, clock);
        agents.add(new Supervisor(
                settings.supervisor(),
                settings.agents(),
                watched,
                policies,
                gate,
                inventory,
                delegations,
                settings.makers(),
                settings.trust(),
                clock));
        agents.add(new ThreatHunter(platform.lake(), platform.journal(), clock));
        agents.add(new IncidentResponse(actuators, effects, inventory, platform.journal(), platform.objects()));
        agents.add(new ServiceOrchestration());
        agents.add(new FinancialIntelligence(content));
        this.runtime = new AgentRuntime(agents, durability, settings.agents(), clock, observations);
        this.feeds =
                new EventFeeds(platform.journal(), platform.lake(), durability, watched, settings.correlation(), clock);
    }

    public void start() {
        runtime.start();
        feeds.start();
    }

    public EventFeeds feeds() {
        return feeds;
    }

    public KillSwitch killSwitch() {
        return killSwitch;
    }

    public PoliciesInForce policies() {
        return policies;
    }

    public AutonomyLevels levels() {
        return levels;
    }

    public Delegations delegations() {
        return delegations;
    }

    public Gate gate() {
        return gate;
    }

    public Undo undo() {
        return undo;
    }

    public Effects effects() {
        return effects;
    }

    @Override
    public void close() {
        feeds.close();
        runtime.close();
    }
}
