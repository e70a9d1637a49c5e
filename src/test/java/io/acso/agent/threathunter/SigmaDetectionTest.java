package io.acso.agent.threathunter;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.CorrelationSettings;
import io.acso.domain.event.Event;
import io.acso.platform.content.ContentSnapshot;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.SampleEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rules, filters and pipelines of the content, and what becomes of them when it changes. */
class SigmaDetectionTest {

    private static final Event EVENT = SampleEvents.event(1);
    private static final String RULE = """
            title: Any call
            logsource: {product: aws}
            detection:
                selection: {called|expand: '%%calls%%'}
                condition: selection
            """.replace("%%", "%");
    private static final String PIPELINE = """
            vars: {calls: '*'}
            transformations:
              - {type: field_name_mapping, mapping: {called: eventName}}
            """;
    private static final String FILTER = """
            title: None of them
            logsource: {product: aws}
            filter:
                rules: any
                selection: {eventName: '*'}
                condition: not selection
            """;

    @Test
    void pipelines_and_filters_of_the_content_are_applied() {
        Map<String, String> files = new HashMap<>(Map.of("rules/r.yml", RULE, "pipelines/bad.yml", "[]"));
        AtomicReference<ContentSnapshot> content = new AtomicReference<>(ContentSnapshot.of(files));
        SigmaDetection detection = new SigmaDetection(
                new CurrentRules(content::get, Runnable::run), new InMemoryJournal(), CorrelationSettings.DEFAULT);
        assertThat(detection.findings(EVENT)).isEmpty();

        files.put("pipelines/mine.yml", PIPELINE);
        content.set(ContentSnapshot.of(files));
        assertThat(detection.findings(EVENT)).hasSize(1);

        files.put("rules/filter.yml", FILTER);
        content.set(ContentSnapshot.of(files));
        assertThat(detection.findings(EVENT)).isEmpty();
    }
}
