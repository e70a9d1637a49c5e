package io.acso.domain.finding;

/** A field of an event and the value that made a rule match; a keyword match has an empty field. */
public record MatchedField(String field, String value) {}
