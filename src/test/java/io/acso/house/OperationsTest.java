package io.acso.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
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

    private static final Set<String> DECLARED = declared();

    @ArchTest
    static final ArchRule each_handler_names_its_operation =
            methods().that(handle()).should(nameADeclaredOperation());

    /** GraphQL asks by the types that a query leads to. */
    @ArchTest
    static void each_beginning_of_a_query_leads_to_a_type_that_names_its_operation(JavaClasses ignored)
            throws IOException {
        TypeDefinitionRegistry schema =
                new SchemaParser().parse(Files.readString(Path.of("src/main/resources/graphql/acso.graphqls")));
        assertThat(Stream.of("Query", "Subscription")
                        .flatMap(root ->
                                schema.getTypeOrNull(root, ObjectTypeDefinition.class).getFieldDefinitions().stream()))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(operation(schema, field))
                        .as("@permitted(operation: \"noun.verb\") on the type of " + field.getName())
                        .isIn(DECLARED));
        assertThat(schema.getTypeOrNull("Mutation")).isNull();
    }

    private static String operation(TypeDefinitionRegistry schema, FieldDefinition field) {
        String type = TypeInfo.typeInfo(field.getType()).getName();
        return schema.getTypeOrNull(type, ObjectTypeDefinition.class).getDirectives("permitted").stream()
                .map(directive ->
                        ((StringValue) directive.getArgument("operation").getValue()).getValue())
                .findFirst()
                .orElse("");
    }

    private static DescribedPredicate<JavaMethod> handle() {
        return DescribedPredicate.describe(
                "handle what callers send", method -> method.isMetaAnnotatedWith(RequestMapping.class));
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
