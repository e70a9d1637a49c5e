package io.acso.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may touch the outside world: the complete list. A package joins it in a reviewed change of this test, after the
 * question whether its effect goes through the gate.
 */
@AnalyzeClasses(packages = "io.acso", importOptions = DoNotIncludeTests.class)
class OutsideWorldTest {

    /** Adapters of the platform's ports, and the connectors, which act only on what the gate authorised. */
    private static final String[] AWS_CLIENTS = {"io.acso.platform..aws..", "io.acso.edge.connector.aws.."};

    /** Connectors; the client of our own API, for command line and demo; models, which only propose. */
    private static final String[] HTTP_CLIENTS = {
        "io.acso.edge.connector..",
        "io.acso.edge.client..",
        "io.acso.edge.cli..",
        "io.acso.edge.demo..",
        "io.acso.core.reasoning.."
    };

    /** The connector for scripts on this machine. */
    private static final String[] PROCESSES = {"io.acso.edge.connector.shell.."};

    /** The connector to other hosts. */
    private static final String[] SSH = {"io.acso.edge.connector.ssh.."};

    /** Connectors (mail, syslog out), listeners of ingest (syslog in), free ports for the demo. */
    private static final String[] SOCKETS = {
        "io.acso.edge.connector..", "io.acso.edge.ingest..", "io.acso.edge.client..", "io.acso.edge.demo.."
    };

    @ArchTest
    static final ArchRule aws_clients = only(
            AWS_CLIENTS,
            nameMatching("software\\.amazon\\.awssdk\\..*(Client|AsyncClient|ClientBuilder)")
                    .forSubtype());

    @ArchTest
    static final ArchRule http_clients = only(
            HTTP_CLIENTS,
            resideInAnyPackage(
                            "java.net.http..",
                            "okhttp3..",
                            "org.apache.hc..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive.function.client..")
                    .or(assignableTo("java.net.URLConnection")));

    @ArchTest
    static final ArchRule processes =
            only(PROCESSES, assignableTo(Process.class).or(assignableTo(ProcessBuilder.class)));

    @ArchTest
    static final ArchRule ssh = only(SSH, resideInAnyPackage("org.apache.sshd.."));

    @ArchTest
    static final ArchRule no_way_around_the_process_list =
            noClasses().should().callMethodWhere(nameOfTarget("java\\.lang\\.Runtime\\.exec\\(.*"));

    @ArchTest
    static final ArchRule no_way_around_the_http_list = noClasses()
            .should()
            .callMethodWhere(nameOfTarget("java\\.net\\.URL\\.(openStream|openConnection|getContent)\\(.*"))
            .because("it fetches: use an HTTP client in a connector");

    @ArchTest
    static final ArchRule sockets = only(
            SOCKETS,
            nameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket)"
                            + "|java\\.nio\\.channels\\.(Server)?(Socket|Datagram)Channel")
                    .forSubtype());

    private static ArchRule only(String[] packages, DescribedPredicate<? super JavaClass> means) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat(means)
                .because(
                        "only " + String.join(", ", packages) + " may reach outside by these means: describe the effect"
                                + " as an Action, let the gate authorise it and carry it out in a connector's Actuator");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> nameOfTarget(String regex) {
        return DescribedPredicate.describe(
                "the target is " + regex, call -> call.getTarget().getFullName().matches(regex));
    }
}
