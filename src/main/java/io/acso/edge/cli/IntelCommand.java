package io.acso.edge.cli;

import picocli.CommandLine.Command;

/** Threat intelligence in files. */
@Command(
        name = "intel",
        description = "Threat intelligence in files.",
        mixinStandardHelpOptions = true,
        subcommands = {IntelLookupCommand.class, IntelMatchCommand.class, IntelTestCommand.class})
final class IntelCommand {}
