package io.acso.house;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Spring Modulith's view: modules use each other's root packages only, and only those that they declare. */
class ModulesTest {

    @Test
    void modules_keep_to_what_they_declare() {
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
        ApplicationModules.of("io.acso").verify();
    }
}
