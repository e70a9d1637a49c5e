/**
 * The command line: nouns and verbs, each a thin reader of arguments over the core.
 *
 * <p>Offline commands load no Spring. It must not decide anything that the server decides too.
 */
@ApplicationModule
@NullMarked
package io.acso.edge.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
