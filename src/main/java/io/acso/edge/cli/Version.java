package io.acso.edge.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What was built, as the jar's manifest says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = Acso.class.getPackage().getImplementationVersion();
        return new String[] {
            "acso " + Objects.requireNonNullElse(built, "(not built as a jar)"),
            "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
