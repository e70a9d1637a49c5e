package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Frameworks write what they bind and answer into debug logs by its toString: a record with a secret says less. */
class SecretsStayInsideTest {

    private static final String SECRET = "hunter2-hunter2";
    private static final Set<String> NAMES =
            Set.of("password", "secret", "token", "code", "recoveryCodes", "current", "chosen", "invitation");

    @Test
    void no_record_with_a_secret_shows_it() throws ReflectiveOperationException {
        Set<String> looked = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.acso.edge.identity", "io.acso.edge.api", "io.acso.edge.webhooks")) {
            Class<?> type = each.reflect();
            if (type.isRecord()
                    && Arrays.stream(type.getRecordComponents()).anyMatch(SecretsStayInsideTest::holdsOne)) {
                looked.add(type.getName());
                assertThat(shown(type)).as(type.getName()).doesNotContain(SECRET);
            }
        }
        assertThat(looked).hasSizeGreaterThan(12);
    }

    private static boolean holdsOne(RecordComponent component) {
        return NAMES.contains(component.getName())
                && (component.getType() == String.class || component.getType() == List.class);
    }

    /** With every text and list a secret; what else a record asks for it gets none of. */
    private static String shown(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> canonical = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        Object record = canonical.newInstance(
                Arrays.stream(components).map(SecretsStayInsideTest::value).toArray());
        try {
            return record.toString();
        } catch (NullPointerException ofAnAbsentPart) {
            return "";
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return NAMES.contains(component.getName()) ? SECRET : "plain";
        }
        if (type == List.class) {
            return NAMES.contains(component.getName()) ? List.of(SECRET) : List.of();
        }
        return Map.<Class<?>, Object>of(
                        boolean.class, false, long.class, 0L, int.class, 0, Set.class, Set.of(), Map.class, Map.of())
                .get(type);
    }
}
