package io.acso.assembly;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform stands on.
 *
 * @param dataDirectory where everything is kept, for one process at a time
 * @param origin the name of this platform's ledger in its signed checkpoints, like an address without its scheme
 * @param content rules, playbooks and policies
 * @param durability provider of records, queues and timers
 * @param journal provider of the stream of events
 * @param lake provider of the analytical store
 * @param objects provider of the store of evidence and reports
 */
@ConfigurationProperties("acso")
record PlatformSettings(
        @DefaultValue("acso-data") Path dataDirectory,
        @DefaultValue("acso.local") String origin,
        @DefaultValue Content content,
        @DefaultValue Port durability,
        @DefaultValue Port journal,
        @DefaultValue Port lake,
        @DefaultValue Objects objects) {

    /**
     * Rules, playbooks and policies.
     *
     * @param directory laid over the built-in content; none by default
     */
    record Content(@Nullable Path directory) {}

    /**
     * Who provides a port.
     *
     * @param provider embedded, on this machine's disk, or aws; the lake is embedded in this version
     */
    record Port(@DefaultValue("embedded") String provider) {

        /** Chosen by the setting alone, never by what happens to be on the class path. */
        <T> T choose(String port, Supplier<T> embedded, Supplier<T> aws) {
            return PlatformSettings.choose(port, provider, embedded, aws);
        }
    }

    /**
     * Who provides the object store, and for how long.
     *
     * @param provider embedded, on this machine's disk, or aws
     * @param retention how long evidence and reports cannot be deleted, from when they were kept
     */
    record Objects(
            @DefaultValue("embedded") String provider,
            @DefaultValue("365d") Duration retention) {

        Objects {
            if (retention.isNegative()) {
                throw new IllegalArgumentException("acso.objects.retention cannot be negative");
            }
        }

        <T> T choose(Supplier<T> embedded, Supplier<T> aws) {
            return PlatformSettings.choose("objects", provider, embedded, aws);
        }
    }

    private static <T> T choose(String port, String provider, Supplier<T> embedded, Supplier<T> aws) {
        return switch (provider) {
            case "embedded" -> embedded.get();
            case "aws" -> aws.get();
            default ->
                throw new StartRefused(
                        "acso." + port + ".provider: '" + provider + "' is unknown; use embedded or aws", null);
        };
    }
}
