package io.acso.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.acso.domain.kernel.Json;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The facts of the pinned OCSF version as a JSON Schema: which attributes a class and its objects have,
 * their types and numbers, which are required, which need a profile.
 */
public final class OcsfSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(OcsfSchema.class.getResourceAsStream("/ocsf/ocsf-1.8.0.schema.json")));

    private OcsfSchema() {}

    /** Fails with every violation unless the document is valid; gives it back parsed. */
    public static JsonNode assertValid(String document) {
        JsonNode tree = Json.tree(document);
        assertThat(SCHEMA.validate(tree))
                .as("violations of OCSF in %s", document)
                .isEmpty();
        return tree;
    }

    public static boolean isValid(JsonNode document) {
        return SCHEMA.validate(document).isEmpty();
    }
}
