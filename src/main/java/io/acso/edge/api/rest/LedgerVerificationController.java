package io.acso.edge.api.rest;

import io.acso.domain.kernel.Digest;
import io.acso.edge.api.access.Permitted;
import io.acso.platform.ledger.Ledger;
import io.acso.platform.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verifies the ledger as it is kept: exports it and reads the export as a stranger would. Whoever does not trust this
 * machine takes the bundle and verifies it elsewhere.
 */
@RestController
final class LedgerVerificationController {

    private final Ledger ledger;
    private final InstantSource clock;

    /** It reads everything: one at a time. */
    private final ReentrantLock one = new ReentrantLock();

    LedgerVerificationController(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Verifies the whole ledger as it is kept: each entry, the tree above it, the signed checkpoint. */
    @PostMapping("/api/v1/ledger/verification")
    @Permitted("ledger.verify")
    VerificationBody verify() throws IOException {
        if (!one.tryLock()) {
            throw Problems.conflict("verification-runs", "the ledger is being verified; ask again when that has ended");
        }
        Path directory = Files.createTempDirectory("ledger-");
        try {
            Instant began = clock.instant();
            ledger.export(directory);
            LedgerVerification result = LedgerVerification.verify(directory, Optional.empty());
            return VerificationBody.from(result, clock.instant(), Duration.between(began, clock.instant()));
        } finally {
            one.unlock();
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    /** {@code size} and {@code root} when verified, {@code reason} when not; {@code entry} is the first bad one. */
    record VerificationBody(
            boolean verified,
            Instant at,
            Duration took,
            @Nullable Long size,
            @Nullable Digest root,
            @Nullable String publicKey,
            @Nullable Long entry,
            @Nullable String reason) {

        static VerificationBody from(LedgerVerification result, Instant at, Duration took) {
            return switch (result) {
                case LedgerVerification.Verified sound ->
                    new VerificationBody(true, at, took, sound.size(), sound.root(), sound.publicKey(), null, null);
                case LedgerVerification.Broken broken ->
                    new VerificationBody(false, at, took, null, null, null, broken.entry(), broken.toString());
            };
        }
    }
}
