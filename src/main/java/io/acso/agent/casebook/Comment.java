package io.acso.agent.casebook;

import io.acso.domain.kernel.Principal;
import java.time.Instant;

/** What a person says of an incident to the others who work on it, as plain text; written by the API for them. */
public record Comment(String id, String incidentId, Principal by, Instant at, String text) {}
