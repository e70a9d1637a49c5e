package io.acso.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What main code does not do, however handy it would be. */
@AnalyzeClasses(packages = "io.acso", importOptions = DoNotIncludeTests.class)
class BannedTest {
    private static final Pattern WORDS =
            Pattern.compile("\\b(simulat\\w*|mock\\w*|todo|fixme)\\b", Pattern.CASE_INSENSITIVE);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethodWhere(calls(
                    "sleeps",
                    call -> call.getName().equals("sleep")
                            && List.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                    .contains(call.getTargetOwner().getName())))
            .because("a sleep hides what it waits for: await a condition, a timer of durability or a scheduler");

    @ArchTest
    static final ArchRule chance_has_a_seed = noClasses()
            .should()
            .callCodeUnitWhere(calls("draws unseeded chance", BannedTest::isUnseeded))
            .because(
                    "a run must be repeatable: take a RandomGenerator or a seed as a parameter (SecureRandom for secrets)");

    @ArchTest
    static final ArchRule standard_output_belongs_to_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackages("io.acso.edge.cli..", "io.acso.edge.demo..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the server writes structured logs: use an SLF4J logger");

    @Test
    void sources_carry_no_words_of_unfinished_work() {
        assertThat(Sources.main().stream().flatMap(source -> found(source).stream()))
                .as("words banned in main code: finish the work, or name what it really does")
                .isEmpty();
    }

    @Test
    void the_words_are_found() {
        assertThat(WORDS.matcher("// TODO later").find()).isTrue();
        assertThat(WORDS.matcher("class MockClock").find()).isTrue();
        assertThat(WORDS.matcher("a simulated attack").find()).isTrue();
        assertThat(WORDS.matcher("hammock").find()).isFalse();
    }

    private static List<String> found(Sources.Source source) {
        var hits = new ArrayList<String>();
        for (int i = 0; i < source.lines().size(); i++) {
            var word = WORDS.matcher(source.lines().get(i));
            if (word.find()) {
                hits.add(source.name() + ":" + (i + 1) + ": " + word.group());
            }
        }
        return hits;
    }

    private static boolean isUnseeded(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (call.getName()) {
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "<init>" ->
                noArguments
                        && List.of("java.util.Random", "java.util.SplittableRandom")
                                .contains(owner);
            case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
            case "getDefault", "of" -> owner.equals(RandomGenerator.class.getName());
            case "shuffle" ->
                owner.equals("java.util.Collections")
                        && call.getTarget().getRawParameterTypes().size() == 1;
            default -> false;
        };
    }

    private static DescribedPredicate<JavaCall<?>> calls(String what, java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(what, test);
    }
}
