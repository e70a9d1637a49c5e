package io.acso.assembly;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.AgentSettings;
import io.acso.agent.runtime.Heartbeats;
import io.acso.agent.threathunter.EventFeeds;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Answering;
import io.acso.core.autonomy.AutonomyLevels;
import io.acso.core.autonomy.Delegations;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Gate;
import io.acso.core.autonomy.KillSwitch;
import io.acso.core.autonomy.Makers;
import io.acso.core.autonomy.Owner;
import io.acso.core.autonomy.PoliciesInForce;
import io.acso.core.autonomy.Undo;
import io.acso.core.playbook.Trust;
import io.acso.domain.inventory.Inventory;
import io.acso.edge.connector.aws.AwsActuators;
import io.acso.edge.connector.aws.ContainmentSettings;
import io.acso.edge.connector.resilience.Safeguards;
import io.acso.edge.evidence.EvidenceBundle;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.content.ContentSnapshot;
import io.acso.platform.content.ContentWatch;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.objects.ObjectStore;
import io.acso.platform.objects.RetainingObjects;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agents and what looks at their work. Another agent or actuator joins by being a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AgentProperties.class,
    AwsSettings.class,
    ContainmentSettings.class,
    CorrelationSetup.class,
    PlaybookTrust.class
})
class Staffing {

    /** Stops first: it depends on all that must outlive it. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Workforce workforce(
            Workforce.Platform platform,
            PlatformSettings stands,
            AgentProperties properties,
            CorrelationSetup correlation,
            ContentSnapshot content,
            ContentWatch watched,
            Supplier<Inventory> inventory,
            List<Actuator> actuators,
            AwsClients aws,
            ContainmentSettings containment,
            Safeguards safeguards,
            List<Agent> further,
            Makers makers,
            Trust trust,
            InstantSource clock,
            ObservationRegistry observations) {
        Workforce.Settings settings = new Workforce.Settings(
                properties.agents(),
                properties.supervisor(),
                AutonomyLevels.Defaults.standard(),
                correlation.settings(),
                stands.durability().provider().equals("embedded") ? Owner.single() : Owner.oneOfMany(),
                makers,
                trust);
        List<Actuator> connectors = Stream.concat(
                        actuators.stream().map(safeguards::around),
                        AwsActuators.create(aws, containment, clock).stream().map(safeguards::aroundOnce))
                .toList();
        return new Workforce(
                platform, settings, () -> content, watched, inventory, connectors, further, clock, observations);
    }

    @Bean
    ContentInventory inventory(ContentSnapshot content) {
        return new ContentInventory(() -> content);
    }

    @Bean
    Trust trust(PlaybookTrust settings) {
        return settings.trust();
    }

    /** Asks nothing of AWS until somebody uses a client. */
    @Bean
    AwsClients awsClients(AwsSettings settings) {
        return new AwsClients(settings);
    }

    /** The workforce closes them. */
    @Bean(destroyMethod = "")
    EventFeeds feeds(Workforce workforce) {
        return workforce.feeds();
    }

    /** What agents keep as objects is evidence, or a report on it, and retained. */
    @Bean
    Workforce.Platform platform(
            Durability durability,
            Journal journal,
            Lake lake,
            ObjectStore objects,
            PlatformSettings settings,
            InstantSource clock) {
        ObjectStore retaining = new RetainingObjects(objects, settings.objects().retention(), clock);
        return new Workforce.Platform(durability, journal, lake, retaining);
    }

    @Bean
    KillSwitch killSwitch(Workforce workforce) {
        return workforce.killSwitch();
    }

    @Bean
    PoliciesInForce policies(Workforce workforce) {
        return workforce.policies();
    }

    @Bean
    AutonomyLevels autonomyLevels(Workforce workforce) {
        return workforce.levels();
    }

    @Bean
    Delegations delegations(Workforce workforce) {
        return workforce.delegations();
    }

    @Bean
    Answering answering(Workforce workforce, Makers makers) {
        return new Answering(workforce.policies(), workforce.delegations(), makers);
    }

    @Bean
    Effects effects(Workforce workforce) {
        return workforce.effects();
    }

    @Bean
    Gate gate(Workforce workforce) {
        return workforce.gate();
    }

    @Bean
    Undo undo(Workforce workforce) {
        return workforce.undo();
    }

    @Bean
    AgentSettings agentSettings(AgentProperties properties) {
        return properties.agents();
    }

    @Bean
    Heartbeats heartbeats(Durability durability, InstantSource clock) {
        return new Heartbeats(durability, clock);
    }

    @Bean
    Casebook casebook(RecordStore records) {
        return new Casebook(records);
    }

    @Bean
    EvidenceBundle evidenceBundle(Durability durability, ObjectStore objects, Ledger ledger, InstantSource clock) {
        return new EvidenceBundle(durability, objects, ledger, clock);
    }
}
