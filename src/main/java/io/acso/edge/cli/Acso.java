package io.acso.edge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's main. */
@Command(
        name = "acso",
        description = "Autonomous Cyber-Security and Service Orchestrator",
        mixinStandardHelpOptions = true,
        subcommands = {CommandLine.HelpCommand.class, Rehearse.class})
public final class Acso {

    private Acso() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Acso()).execute(args));
    }
}
