package io.acso.assembly;

import java.nio.file.Path;
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
        @DefaultValue Port objects) {

    /**
     * Rules, playbooks and policies.
     *
     * @param directory laid over the built-in content; none by default
     */
    record Content(@Nullable Path directory) {}

    /**
     * Who provides a port.
     *
     * @param provider embedded, on this machine's disk; aws is not available in this version
     */
    record Port(@DefaultValue("embedded") String provider) {

        /** Chosen by the setting alone, never by what happens to be on the class path. */
        void require(String port) {
            switch (provider) {
                case "embedded" -> {}
                case "aws" ->
                    throw new StartRefused(
                            "acso." + port + ".provider: aws is not available in this version; use embedded", null);
                default ->
                    throw new StartRefused(
                            "acso." + port + ".provider: '" + provider + "' is unknown; use embedded", null);
            }
        }
    }
}
