package io.acso.platform.durability;

import java.time.Instant;

/**
 * A fact for whoever looks: the console, the narration of a demo, a webhook.
 *
 * @param type the fact's name in the past tense, such as {@code IncidentOpened}
 * @param subject the id of what it is about
 * @param body JSON text
 */
public record Announcement(String type, String subject, String correlationId, Instant time, String body) {}
