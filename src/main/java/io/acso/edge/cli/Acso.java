package io.acso.edge.cli;

import io.acso.edge.client.ApiFailure;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line's main. */
@Command(
        name = "acso",
        description = "Autonomous Cyber-Security and Service Orchestrator",
        footer = {
            "",
            "The launcher takes three more words: build (builds now), test (the whole test suite),",
            "format [--check] (the formatting of the sources).",
            "",
            "Exit code: 0 done, 1 the check failed, 2 wrong usage, 3 bad input or no platform."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            IngestCommand.class,
            IncidentCommand.class,
            ApprovalCommand.class,
            DelegationCommand.class,
            ExecutionCommand.class,
            EffectCommand.class,
            UndoCommand.class,
            AgentCommand.class,
            QuarantineCommand.class,
            QueueCommand.class,
            WebhookCommand.class,
            PersonCommand.class,
            ClientCommand.class,
            ApiKeyCommand.class,
            KeysCommand.class,
            SecretCommand.class,
            RulesCommand.class,
            DetectCommand.class,
            IntelCommand.class,
            PlaybookCommand.class,
            PolicyCommand.class,
            LakeCommand.class,
            LedgerCommand.class,
            EvidenceCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class,
            Rehearse.class
        })
public final class Acso {

    private final Terminal terminal;

    Acso(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        // picocli's own writer does not tell when nobody reads the output any more
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        System.exit(commandLine(Terminal.ofProcess()).setOut(out).execute(args));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Acso(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Acso::explain);
    }

    /** Who can be asked. */
    Terminal terminal() {
        return terminal;
    }

    private static int explain(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = new VisibleOutput(line.getErr());
        switch (e) {
            case BadInput bad -> err.println("acso: " + bad.getMessage());
            case ApiFailure failure -> err.println("acso: " + failure.getMessage());
            case WrongUsage wrong -> {
                err.println("acso: " + wrong.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            default -> {
                err.println("acso: this should not have happened; please report it with what follows");
                e.printStackTrace(err);
            }
        }
        return BadInput.EXIT_CODE;
    }
}
