package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What several detections say of each event, in their order.
 *
 * @param remembering the only one that has a memory
 * @param others each event is all that they look at
 */
record Detections(Detection remembering, List<Detection> others) implements Detection {

    @Override
    public List<Finding> findings(Event event) {
        List<Finding> findings = new ArrayList<>(remembering.findings(event));
        others.forEach(other -> findings.addAll(other.findings(event)));
        return findings;
    }

    @Override
    public void refresh() {
        remembering.refresh();
        others.forEach(Detection::refresh);
    }

    @Override
    public boolean due(Instant now) {
        return remembering.due(now);
    }

    @Override
    public List<Finding> settle(Instant now) {
        return remembering.settle(now);
    }

    @Override
    public boolean remembers() {
        return remembering.remembers();
    }

    @Override
    public void save(OutputStream memory) throws IOException {
        remembering.save(memory);
    }

    @Override
    public void restore(InputStream memory) throws IOException {
        remembering.restore(memory);
    }
}
