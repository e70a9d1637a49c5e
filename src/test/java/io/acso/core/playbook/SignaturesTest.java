package io.acso.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.playbook.Signatures.Signed;
import io.acso.core.playbook.Signatures.Verdict;
import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Key and value of the worked example with RS256 that the standard's implementers publish. */
    private static final String PUBLISHED_KEY =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptKZyFPStvmOlb0WihOBhlHUr6wFDHC+tW7hJAudfTQ5mHZQpB8PoMz07udZ"
                    + "A+dG8dhUIPkmXlp1TgREeYTHdhxhuf0y/GhbpZv5JPYHx3watO+HWO2qYkjRMEcrWhPMdaVkS/Xe/liaMcow4jYoWaFm8VobeYsy"
                    + "VD2bWWdyl4joTEETm1Z47RnnfR15kVhVudVrDzEFmM4nXV/6dmIg184RJE4httwBFxR8qZCQCwTiJmsoyJxfUR0Gs4ePKc5sB0NT"
                    + "kmFZc5klQSitd67RJn2ldhbqE7EpDl4XlIt+UyLJm1guCBltia8Agke7dXuhpB7hQ6LJwY4EjzthkJ8IPwIDAQAB";

    private static final String PUBLISHED_VALUE =
            "gXyPW--uUKvGXRh_oDC7IYlx13hGmkiQw6XX3YX_V_i4Y39OPilf0q0qf46aO3IrvG-5_fgeQ3dIunmizYneaVJKjsXo-gkJczvGDehl"
                    + "TjS7MBUIGyD9DRd41DnaxWWwzU-T4sZCur664_3J0C-WRCDgZxiB_ItFpeSnPJ8rR8GRFO6M9YS-ejEGJl-sd_hfZUqjZOE_S_UW"
                    + "p_Fd9QYlP2cWDvGH8vFhx2ek9KovEob5Bh2LX_Gaf7t237B34wKeN4B8aqapyTh3Q8v_Z61bDTNLyi6ZA8zcrUOgCVLVMx_EFizx"
                    + "31WIDZrePsSpX4bfRurcvRyvNNVdWLaS96JYog";

    @Test
    void the_published_example_is_verified_in_its_time_only() {
        String text = published();
        Trust trust = new Trust(List.of(new Trust.TrustedKey("acme", PUBLISHED_KEY)), false);
        assertThat(Signatures.of(text, trust, Instant.parse("2023-02-01T00:00:00Z")))
                .singleElement()
                .returns(Verdict.VERIFIED, Signed::verdict)
                .returns("acme", Signed::by);
        assertThat(Signatures.of(text, trust, NOW)).singleElement().returns(Verdict.NOT_IN_FORCE, Signed::verdict);
        assertThat(Signatures.of(text.replace("Playbook 1", "Playbook 2"), trust, NOW))
                .singleElement()
                .returns(Verdict.BROKEN, Signed::verdict);
    }

    @ParameterizedTest
    @CsvSource({"RS256, RSA, SHA256withRSA", "ES256, EC, SHA256withECDSAinP1363Format", "Ed25519, Ed25519, Ed25519"})
    void what_a_trusted_key_signed_is_verified_and_any_change_is_noticed(String name, String family, String algorithm)
            throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance(family).generateKeyPair();
        String text = signed(keys, name, algorithm);
        Trust trust = new Trust(List.of(new Trust.TrustedKey("us", key(keys))), false);
        assertThat(Signatures.problems(text, trust, NOW)).isEmpty();
        assertThat(Signatures.problems(text.replace("A test", "Another"), trust, NOW))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("/signatures/0", "was changed"));
    }

    @Test
    void a_key_that_only_the_document_knows_is_not_trusted() throws GeneralSecurityException {
        String text =
                signed(KeyPairGenerator.getInstance("EC").generateKeyPair(), "ES256", "SHA256withECDSAinP1363Format");
        assertThat(Signatures.of(text, Trust.NOBODY, NOW))
                .singleElement()
                .returns(Verdict.UNKNOWN_KEY, Signed::verdict)
                .satisfies(signed -> assertThat(signed.why()).contains("not trusted here", "Ann"));
    }

    @Test
    void a_signature_of_another_version_says_so() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String text = signed(keys, "ES256", "SHA256withECDSAinP1363Format")
                .replace(
                        "\"modified\":\"2026-01-01T00:00:00.000Z\",\"name\"",
                        "\"modified\":\"2026-02-01T00:00:00.000Z\",\"name\"");
        assertThat(Signatures.problems(
                        text.replace("\"related_version\":\"2026-01-01", "\"related_version\":\"2025-01-01"),
                        Trust.NOBODY,
                        NOW))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("another version"));
    }

    @Test
    void what_nobody_signed_runs_where_that_is_allowed() {
        String text = builder().text();
        assertThat(Signatures.problems(text, Trust.NOBODY, NOW)).isEmpty();
        assertThat(Signatures.problems(text, new Trust(List.of(), false), NOW))
                .singleElement()
                .returns("/signatures", Problem::pointer);
    }

    @ParameterizedTest
    @CsvSource({"hash_algorithm, md5", "algorithm, HS256", "algorithm, x", "public_key, ####", "value, !"})
    void what_cannot_be_verified_is_broken_and_nothing_is_thrown(String field, String value)
            throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        ObjectNode document = (ObjectNode) Json.tree(signed(keys, "ES256", "SHA256withECDSAinP1363Format"));
        ((ObjectNode) document.path("signatures").path(0)).put(field, value);
        Trust trust = new Trust(List.of(new Trust.TrustedKey("us", key(keys))), true);
        assertThat(Signatures.of(Json.text(document), trust, NOW))
                .singleElement()
                .satisfies(signed -> assertThat(signed.verdict()).isIn(Verdict.BROKEN, Verdict.UNKNOWN_KEY));
    }

    private static PlaybookBuilder builder() {
        return new PlaybookBuilder()
                .start("action.a")
                .task("action.a", "'on_completion':'end.e'")
                .end("end.e");
    }

    private static String key(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static String signed(KeyPair keys, String name, String algorithm) throws GeneralSecurityException {
        ObjectNode document = builder().document;
        ObjectNode signature = document.putArray("signatures").addObject();
        signature
                .put("type", "jss")
                .put("id", "jss--0ea5d6b8-7a3e-4c22-9f4e-2d9c1c3b7a10")
                .put("created", "2026-01-01T00:00:00.000Z")
                .put("modified", "2026-01-01T00:00:00.000Z")
                .put("signee", "Ann")
                .put("related_to", document.path("id").asString())
                .put("related_version", document.path("modified").asString())
                .put("hash_algorithm", "sha-256")
                .put("algorithm", name)
                .put("public_key", key(keys));
        try {
            byte[] canonical = new JsonCanonicalizer(Json.text(document)).getEncodedUTF8();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(keys.getPrivate());
            signer.update(hash.getBytes(StandardCharsets.US_ASCII));
            signature.put("value", Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Json.text(document);
    }

    private static String published() {
        ObjectNode document = Json.object()
                .put("type", "playbook")
                .put("spec_version", "cacao-2.0")
                .put("id", "playbook--a0777575-5c4c-4710-9f01-15776103837f")
                .put("name", "Playbook 1")
                .put("created_by", "identity--5abe695c-7bd5-4c31-8824-2528696cdbf1")
                .put("created", "2022-05-18T11:31:31.319Z")
                .put("modified", "2022-05-18T11:31:31.319Z");
        document.putArray("signatures")
                .addObject()
                .put("type", "jss")
                .put("id", "jss--af892292-c4b4-47eb-9be6-4897ff4b9388")
                .put("created_by", "identity--5abe695c-7bd5-4c31-8824-2528696cdbf1")
                .put("created", "2023-01-10T17:39:31.319Z")
                .put("modified", "2023-01-10T17:39:31.319Z")
                .put("signee", "ACME Cyber Company")
                .put("valid_from", "2023-01-10T17:39:31.319Z")
                .put("valid_until", "2023-06-10T17:39:31.319Z")
                .put("related_to", "playbook--a0777575-5c4c-4710-9f01-15776103837f")
                .put("related_version", "2022-05-18T11:31:31.319Z")
                .put("hash_algorithm", "sha-256")
                .put("algorithm", "RS256")
                .put("public_key", PUBLISHED_KEY)
                .put("value", PUBLISHED_VALUE);
        return Json.text(document);
    }
}
