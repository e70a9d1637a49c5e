package io.acso.core.autonomy;

import com.cedarpolicy.model.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The schema files, read as one, and where in them an error stands. */
record SchemaText(SortedMap<String, String> files) {

    Schema schema() {
        return new Schema(Schema.JsonOrCedar.Cedar, Optional.empty(), Optional.of(String.join("\n", files.values())));
    }

    /** The file, and the line in it, at a byte of the whole. */
    PolicyText at(int offset) {
        int left = offset;
        for (Map.Entry<String, String> file : files.entrySet()) {
            int bytes = file.getValue().getBytes(StandardCharsets.UTF_8).length;
            if (left <= bytes || file.getKey().equals(files.lastKey())) {
                int line = new PolicyText(file.getKey(), 1, file.getValue()).lineAt(left);
                return new PolicyText(file.getKey(), line, file.getValue());
            }
            left -= bytes + 1;
        }
        throw new IllegalStateException("a schema without files has no places");
    }
}
