package io.acso.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.acso.core.autonomy.Policies;
import io.acso.edge.api.access.Open;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.content.ContentSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everything that a caller can reach has a name that policies decide about. */
@AnalyzeClasses(packages = "io.acso", importOptions = DoNotIncludeTests.class)
class OperationsTest {

    /** What GraphQL begins with; fields below it were let be read with it. */
    private static final Set<String> GRAPHQL = Set.of(
            "org.springframework.graphql.data.method.annotation.QueryMapping",
            "org.springframework.graphql.data.method.annotation.MutationMapping",
            "org.springframework.graphql.data.method.annotation.SubscriptionMapping");

    private static final Set<String> DECLARED = declared();

    @ArchTest
    static final ArchRule each_handler_names_its_operation =
            methods().that(handle()).should(nameADeclaredOperation());

    private static DescribedPredicate<JavaMethod> handle() {
        return DescribedPredicate.describe(
                "handle what callers send",
                method -> method.isMetaAnnotatedWith(RequestMapping.class)
                        || method.getAnnotations().stream()
                                .anyMatch(each ->
                                        GRAPHQL.contains(each.getRawType().getName())));
    }

    private static ArchCondition<JavaMethod> nameADeclaredOperation() {
        return new ArchCondition<>(
                "be @Permitted with an operation that policies/people.cedarschema declares, or @Open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named = method.isAnnotatedWith(Open.class)
                        || method.tryGetAnnotationOfType(Permitted.class)
                                .filter(permitted -> DECLARED.contains(permitted.value()))
                                .isPresent();
                events.add(new SimpleConditionEvent(
                        method,
                        named,
                        method.getFullName() + ": write @Permitted(\"noun.verb\") and declare the operation in"
                                + " policies/people.cedarschema, or @Open(\"why\")"));
            }
        };
    }

    private static Set<String> declared() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(Path.of("src/main/resources/content/policies"))) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                files.put("policies/" + path.getFileName(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Policies.load(ContentSnapshot.of(files)).operations();
    }
}
