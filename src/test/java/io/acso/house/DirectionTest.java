package io.acso.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which way the doors look: domain, platform, core, agent, edge, assembly, and only ever back. */
@AnalyzeClasses(packages = "io.acso", importOptions = DoNotIncludeTests.class)
class DirectionTest {
    private static final List<String> DOORS = List.of("domain", "platform", "core", "agent", "edge", "assembly");
    private static final List<String> AGENTS =
            List.of("supervisor", "threathunter", "incidentresponse", "serviceorchestration", "financialintelligence");

    @ArchTest
    static final ArchRule a_door_sees_only_the_doors_before_it =
            CompositeArchRule.of(IntStream.range(0, DOORS.size() - 1)
                    .mapToObj(DirectionTest::looksBack)
                    .toList());

    @ArchTest
    static final ArchRule core_sees_the_ports_of_the_platform_and_no_adapter = noClasses()
            .that()
            .resideInAPackage("io.acso.core..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.acso.platform..").and(not(resideInAPackage("io.acso.platform.*"))))
            .because("core stands on ports: move what it needs to the port's root package, or pass it in");

    @ArchTest
    static final ArchRule domain_and_core_know_no_spring = noClasses()
            .that()
            .resideInAnyPackage("io.acso.domain..", "io.acso.core..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAPackage("org.springframework.modulith"))))
            .because("these run without Spring: put the configuration into io.acso.assembly");

    @ArchTest
    static final ArchRule a_port_sees_no_adapter = noClasses()
            .that()
            .resideInAPackage("io.acso.platform.*")
            .and()
            .resideOutsideOfPackage("io.acso.platform.aws")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.acso..embedded..", "io.acso..aws..")
            .because("a port does not know who provides it: choose the provider in io.acso.assembly");

    @ArchTest
    static final ArchRule embedded_and_aws_do_not_see_each_other =
            CompositeArchRule.of(apart("embedded", "aws")).and(apart("aws", "embedded"));

    @ArchTest
    static final ArchRule only_aws_packages_know_the_aws_sdk = noClasses()
            .that()
            .resideOutsideOfPackage("io.acso..aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("the SDK stays behind a port or a connector: give it a package named aws");

    @ArchTest
    static final ArchRule a_connector_sees_of_judgement_only_autonomy_and_no_agent = noClasses()
            .that()
            .resideInAPackage("io.acso.edge.connector..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.acso.agent..")
                    .or(resideInAPackage("io.acso.core..").and(not(resideInAPackage("io.acso.core.autonomy..")))))
            .because("a connector carries out what the gate authorised and decides nothing: "
                    + "take what it needs from the Authorized action");

    @ArchTest
    static final ArchRule no_agent_sees_another_agent =
            CompositeArchRule.of(AGENTS.stream().map(DirectionTest::alone).toList());

    @ArchTest
    static final ArchRule the_runtime_of_agents_sees_no_agent = noClasses()
            .that(resideInAPackage("io.acso.agent..").and(not(resideInAnyPackage(agents(AGENTS.stream())))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(agents(AGENTS.stream())))
            .because("a new agent is one package and no edit elsewhere: take the list of agents injected");

    @ArchTest
    static final ArchRule what_connectors_share_sees_no_connector = noClasses()
            .that()
            .resideInAPackage("io.acso.edge.connector")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.acso.edge.connector.*..")
            .because("a new connector is one package and no edit elsewhere: take the list of connectors injected");

    @ArchTest
    static final ArchRule modules_form_no_cycle = slices().matching("io.acso.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle makes two modules one: move the shared type to the module that both may see");

    private static ArchRule looksBack(int door) {
        return noClasses()
                .that()
                .resideInAPackage("io.acso." + DOORS.get(door) + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(DOORS.stream().skip(door + 1L))))
                .because("the direction is " + String.join(" <- ", DOORS)
                        + ": move the type down, or let the upper side pass it in through an interface");
    }

    private static ArchRule apart(String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage("io.acso.." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.acso.." + other + "..")
                .because("providers are exchangeable: what both need belongs beside the port");
    }

    private static ArchRule alone(String agent) {
        Stream<String> others =
                AGENTS.stream().filter(other -> !other.equals(agent)).map(other -> "agent." + other);
        return noClasses()
                .that()
                .resideInAPackage("io.acso.agent." + agent + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(agents(others)))
                .because("agents talk through tasks and outcomes that the supervisor owns: "
                        + "share a type through io.acso.agent.runtime or the domain");
    }

    private static String[] packages(Stream<String> names) {
        return names.map(name -> "io.acso." + name + "..").toArray(String[]::new);
    }

    private static String[] agents(Stream<String> names) {
        return packages(names.map(name -> "agent." + name));
    }
}
