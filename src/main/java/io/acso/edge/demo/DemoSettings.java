package io.acso.edge.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the demo is played.
 *
 * @param events another recording than the bundled attack; null for that
 * @param noInput a policy approves in a person's place
 * @param directory where the report and the evidence are kept
 * @param out where it is told
 */
public record DemoSettings(@Nullable Path events, boolean noInput, Path directory, PrintWriter out, boolean colour) {}
