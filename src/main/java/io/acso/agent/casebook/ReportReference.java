package io.acso.agent.casebook;

import io.acso.domain.kernel.Digest;
import java.time.Instant;

/** Where an incident's report lies in the object store; written by Incident Response. */
public record ReportReference(String incidentId, Instant written, Digest markdown, Digest html) {}
