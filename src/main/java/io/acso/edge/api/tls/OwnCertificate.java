package io.acso.edge.api.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that the server signs itself, kept in a directory and made anew before it ends or when it does not hold
 * for a name. EC P-256, which every browser takes.
 */
final class OwnCertificate {

    /** What browsers take at most, and when it is time for the next. */
    private static final Duration LIFE = Duration.ofDays(397);

    private static final Duration RENEWAL = Duration.ofDays(30);

    /** Clocks differ. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final int DNS = 2;
    private static final int IP = 7;

    private final ServerKeys keys;

    OwnCertificate(Path directory) {
        this.keys = new ServerKeys(directory.resolve("certificate.pem"), directory.resolve("private-key.pem"));
    }

    /** The keys for these host names and addresses. */
    ServerKeys holding(Collection<String> names, Instant now) {
        if (!holds(names, now)) {
            try {
                make(names, now);
            } catch (IOException e) {
                throw new UncheckedIOException("the certificate cannot be kept in " + keys.certificate(), e);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException("no certificate can be made", e);
            }
        }
        return keys;
    }

    private boolean holds(Collection<String> names, Instant now) {
        if (Files.notExists(keys.certificate()) || Files.notExists(keys.privateKey())) {
            return false;
        }
        X509Certificate held = keys.read();
        return held.getNotAfter().toInstant().isAfter(now.plus(RENEWAL)) && names(held).containsAll(names);
    }

    private void make(Collection<String> names, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Name self = new X500Name("CN=ACSO, O=made by this server");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        self,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(BEFORE)),
                        Date.from(now.plus(LIFE)),
                        self,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, general(names))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        byte[] certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
        Files.createDirectories(keys.certificate().getParent());
        write(keys.privateKey(), "PRIVATE KEY", pair.getPrivate().getEncoded());
        write(keys.certificate(), "CERTIFICATE", certificate);
    }

    private static GeneralNames general(Collection<String> names) {
        return new GeneralNames(new TreeSet<>(names)
                .stream()
                        .map(name -> new GeneralName(
                                isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new));
    }

    static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("\\d+(\\.\\d+){3}");
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> name : Objects.requireNonNullElse(alternatives, List.<List<?>>of())) {
                if (name.getFirst().equals(DNS) || name.getFirst().equals(IP)) {
                    names.add(String.valueOf(name.get(1)));
                }
            }
        } catch (GeneralSecurityException unreadable) {
            return List.of();
        }
        return names;
    }

    /** Whole or not at all, and never for others to read. */
    private static void write(Path file, String what, byte[] der) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
        Files.writeString(whole, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
