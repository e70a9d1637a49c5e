package io.acso.platform.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;

/** The key that signs checkpoints. Its file holds the public key in a first line, the private one in a second. */
final class LedgerKey {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final PrivateKey key;
    private final VerifierKey verifier;

    private LedgerKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** Reads the file, or makes it with a new key. */
    static LedgerKey at(Path file, String name) {
        try {
            if (Files.notExists(file)) {
                create(file, name);
            }
            return read(file, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the ledger's key " + file, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(
                    "%s is not the key of ledger %s (%s): restore it from a backup"
                            .formatted(file, name, e.getMessage()),
                    e);
        }
    }

    String name() {
        return verifier.name();
    }

    VerifierKey verifier() {
        return verifier;
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return SignedNote.of(text, verifier, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the ledger's key cannot sign", e);
        }
    }

    private static LedgerKey read(Path file, String name) throws IOException, GeneralSecurityException {
        if (posix(file) && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("others may read it; chmod 600 it, and make a new one if they did");
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new IllegalStateException("it has %d lines, not 2".formatted(lines.size()));
        }
        VerifierKey verifier = VerifierKey.parse(lines.getFirst());
        byte[] encoded = StrictBase64.decode(lines.getLast());
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        LedgerKey pair = new LedgerKey(key, verifier);
        SignedNote.text(pair.sign("do these two belong together?\n"), verifier);
        if (!verifier.name().equals(name)) {
            throw new IllegalStateException("it is the key of ledger " + verifier.name());
        }
        return pair;
    }

    private static void create(Path file, String name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String text = VerifierKey.of(name, pair.getPublic()).text() + "\n"
                + StrictBase64.encode(pair.getPrivate().getEncoded()) + "\n";
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        if (posix(file)) {
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        } else {
            Files.createFile(whole);
        }
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
