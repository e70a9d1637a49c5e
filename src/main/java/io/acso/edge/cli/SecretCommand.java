package io.acso.edge.cli;

import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.embedded.KeysetFile;
import io.acso.platform.crypto.embedded.LocalMasterKey;
import io.acso.platform.secrets.SecretsUnavailable;
import io.acso.platform.secrets.embedded.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Secrets in the data directory's file. A running platform sees a change within a minute. */
@Command(
        name = "secret",
        description = "The secrets in a data directory, which playbooks name to authenticate elsewhere.",
        mixinStandardHelpOptions = true,
        subcommands = {SecretCommand.SetOne.class, SecretCommand.ListAll.class, SecretCommand.Remove.class})
final class SecretCommand {

    @Command(
            name = "set",
            description = "Sets a secret; its value is asked for, or read from standard input.",
            mixinStandardHelpOptions = true)
    static final class SetOne extends OnFile {

        private static final int MOST_BYTES = 64 * 1024 + 2;

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Override
        int on(SecretFile secrets) throws IOException {
            SecretFile.Listed set = secrets.set(name, value());
            if (json()) {
                print(set);
            } else {
                say(set.name() + " is set, version " + set.version());
            }
            return DONE;
        }

        private String value() throws IOException {
            if (terminal().present()) {
                return terminal().secret("Value of " + name + ": ");
            }
            String piped = new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return piped.endsWith("\n") ? piped.substring(0, piped.length() - 1) : piped;
        }
    }

    @Command(name = "list", description = "Lists the secrets, without their values.", mixinStandardHelpOptions = true)
    static final class ListAll extends OnFile {

        @Override
        int on(SecretFile secrets) {
            List<SecretFile.Listed> all = secrets.list();
            if (json()) {
                print(all);
                return DONE;
            }
            Table table = new Table("NAME", "VERSION", "SET");
            all.forEach(secret -> table.row(
                    secret.name(),
                    Integer.toString(secret.version()),
                    secret.set().toString()));
            if (table.empty()) {
                say("none");
            } else {
                table.print(out());
            }
            return DONE;
        }
    }

    @Command(name = "remove", description = "Removes a secret, all versions of it.", mixinStandardHelpOptions = true)
    static final class Remove extends OnFile {

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Override
        int on(SecretFile secrets) {
            if (!secrets.remove(name)) {
                throw new BadInput("there is no secret '" + name + "': acso secret list names those there are", null);
            }
            say(name + " is gone");
            return DONE;
        }
    }

    /** Opens the file with the keys of its data directory. */
    abstract static class OnFile extends Verb {

        @Option(
                names = "--data-dir",
                paramLabel = "DIR",
                description = "The data directory; else $ACSO_DATA_DIR, else ${DEFAULT-VALUE}.",
                defaultValue = "${env:ACSO_DATA_DIR:-acso-data}")
        private Path dataDirectory = Path.of("acso-data");

        @Option(
                names = "--master-key",
                paramLabel = "FILE",
                description = "The master key, where acso.crypto.master-key-file names another.")
        private @Nullable Path masterKey;

        abstract int on(SecretFile secrets) throws IOException;

        @Override
        public Integer call() throws IOException {
            try {
                return on(secrets());
            } catch (CryptoFailure | SecretsUnavailable e) {
                throw new BadInput(String.valueOf(e.getMessage()), e);
            }
        }

        private SecretFile secrets() {
            // Where something is stored already, keys that are missing are lost, and new ones would not help.
            boolean isNew = Files.notExists(dataDirectory.resolve("state"));
            Path keys = dataDirectory.resolve("keys");
            KeysetFile keyset = new KeysetFile(keys);
            Path file = masterKey == null ? keys.resolve(LocalMasterKey.NAME) : masterKey;
            LocalMasterKey master =
                    LocalMasterKey.open(file, isNew && keyset.load().isEmpty());
            Keyring keyring = Keyring.open(keyset, master, InstantSource.system(), isNew);
            return new SecretFile(dataDirectory.resolve(SecretFile.NAME), keyring, InstantSource.system());
        }
    }
}
