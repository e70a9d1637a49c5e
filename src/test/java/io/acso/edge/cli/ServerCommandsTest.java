package io.acso.edge.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.acso.core.autonomy.AutonomyLevel;

/** Commands to a running platform know nothing of it but its API: what they can do, any program can. */
@AnalyzeClasses(packages = "io.acso.edge.cli", importOptions = DoNotIncludeTests.class)
class ServerCommandsTest {

    @ArchTest
    static final ArchRule speak_through_the_client_only = classes()
            .that()
            .areAssignableTo(ServerVerb.class)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("io.acso.edge.cli")
                    .or(resideInAPackage("io.acso.edge.client"))
                    .or(resideInAPackage("io.acso.domain.kernel"))
                    .or(JavaClass.Predicates.type(AutonomyLevel.class).as("the names of levels"))
                    .or(not(resideInAPackage("io.acso..")))
                    .as("belong to the command line, the client or a library"));
}
