package io.acso.edge.api.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What bounds a request with events.
 *
 * @param largestBody a body announced as larger than this is refused before it is read
 */
@ConfigurationProperties("acso.events")
record EventSettings(@DefaultValue("1GB") DataSize largestBody) {}
