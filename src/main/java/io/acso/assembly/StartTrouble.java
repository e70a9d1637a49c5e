package io.acso.assembly;

import io.acso.core.autonomy.PoliciesInvalid;
import io.acso.core.playbook.PlaybookInvalid;
import io.acso.edge.api.tls.TlsRefused;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.content.ContentUnreadable;
import io.acso.platform.crypto.CryptoFailure;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.lake.LakeFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the platform cannot start, where a part of it said so in words made for people. */
final class StartTrouble implements FailureAnalyzer {

    private static final List<Class<? extends Throwable>> FOR_PEOPLE = List.of(
            StartRefused.class,
            AwsNotConfigured.class,
            CryptoFailure.class,
            DurabilityFailure.class,
            JournalFailure.class,
            LakeFailure.class,
            ContentUnreadable.class,
            PoliciesInvalid.class,
            PlaybookInvalid.class,
            TlsRefused.class);

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return line(failure)
                .map(line -> new FailureAnalysis(line, null, failure))
                .orElse(null);
    }

    static Optional<String> line(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof PortInUseException
                        || FOR_PEOPLE.stream().anyMatch(kind -> kind.isInstance(cause)))
                .findFirst()
                .map(StartTrouble::words);
    }

    /** What lies at the bottom, for troubles that nobody foresaw. */
    static String bottom(Throwable failure) {
        return causes(failure).reduce(failure, (above, below) -> below).toString();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String words(Throwable cause) {
        return cause instanceof PortInUseException port
                ? "port " + port.getPort()
                        + " is in use: stop what uses it, or choose another with --port (server.port); 0 takes a free one"
                : String.valueOf(cause.getMessage());
    }
}
