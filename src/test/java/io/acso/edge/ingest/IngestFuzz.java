package io.acso.edge.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import io.acso.testsupport.OcsfSchema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes, it is an event with a valid document, or a rejection with a reason: never another error. */
class IngestFuzz {

    @FuzzTest(maxDuration = "20s")
    void any_bytes(byte[] input) {
        Receipt receipt = new Intakes().accept(input);
        for (Rejection rejection : receipt.rejections()) {
            if (rejection.reason().isBlank()) {
                throw new AssertionError("a rejection without a reason");
            }
        }
    }

    @FuzzTest(maxDuration = "20s")
    void any_json_or_line(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        parse(new RawRecord.Line(text));
        parse(new RawRecord.Line("Feb  1 10:00:00 h sshd[1]: " + text));
        try {
            if (Json.tree(text) instanceof ObjectNode tree) {
                parse(new RawRecord.JsonRecord(tree, text));
            }
        } catch (JacksonException notJson) {
            new RecordSplitter(new ByteArrayInputStream(input), IngestLimits.DEFAULT).next();
        }
    }

    private static void parse(RawRecord record) {
        for (EventFormat format : Intakes.FORMATS) {
            if (format.recognises(record)) {
                try {
                    Event event = format.parse(record, new Arrival(Intakes.NOW));
                    OcsfSchema.assertValid(event.ocsf());
                } catch (UnreadableRecord declared) {
                    List.of(declared.getMessage());
                }
            }
        }
    }
}
