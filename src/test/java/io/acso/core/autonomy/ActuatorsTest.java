package io.acso.core.autonomy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActuatorsTest {

    @Test
    void two_actuators_of_one_kind_stop_the_start() {
        assertThatThrownBy(() -> new Actuators(List.of(new Outside(), new Outside())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two actuators take the action kind")
                .hasMessageContaining(Outside.class.getName());
    }

    @Test
    void an_unknown_kind_names_those_there_are() {
        Actuators actuators = new Actuators(List.of(new Outside()));
        assertThatThrownBy(() -> actuators.dryRun(new Action("x.y", Outside.TARGET, Map.of())))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("x.y")
                .hasMessageContaining("notify.webhook");
        assertThat(actuators.kinds()).containsExactly(Outside.QUARANTINE, Outside.RESTORE, "notify.webhook");
    }

    @Test
    void only_effects_carry_out() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Effects.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("io.acso.edge.connector.resilience.SafeActuator")
                .should()
                .callMethod(Actuator.class, "carryOut", Authorized.class)
                .because(
                        "an intent is committed before and the end after: call Effects.perform; what wraps an actuator hands"
                                + " on what it was given")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.acso"));
    }
}
