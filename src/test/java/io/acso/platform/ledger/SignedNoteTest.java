package io.acso.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedNoteTest {

    @TempDir
    Path directory;

    @Test
    void a_note_that_another_implementation_signed_is_verified() {
        // The example of Go's golang.org/x/mod/sumdb/note.
        VerifierKey peter = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        String note = text
                + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        assertThat(SignedNote.text(note, peter)).isEqualTo(text);
        assertThatThrownBy(() -> SignedNote.text(note.replace("answer", "question"), peter))
                .isInstanceOf(MalformedNote.class);
    }

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws IOException {
        Path file = directory.resolve("ledger.key");
        LedgerKey made = LedgerKey.at(file, "acso.example/ledger");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        LedgerKey read = LedgerKey.at(file, "acso.example/ledger");
        assertThat(read.verifier().text()).isEqualTo(made.verifier().text());
        assertThat(SignedNote.text(made.sign("text\n"), read.verifier())).isEqualTo("text\n");
    }

    @Test
    void a_key_that_others_may_read_or_that_was_changed_is_refused_with_the_cure() throws IOException {
        Path file = directory.resolve("ledger.key");
        LedgerKey.at(file, "acso.example/ledger");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> LedgerKey.at(file, "acso.example/ledger"))
                .hasMessageContaining("ledger.key")
                .hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> LedgerKey.at(file, "other")).hasMessageContaining("acso.example/ledger");
        String stranger = Files.readString(file).lines().skip(1).findFirst().orElseThrow();
        Path second = directory.resolve("second.key");
        String own = LedgerKey.at(second, "acso.example/ledger").verifier().text();
        Files.writeString(second, own + "\n" + stranger + "\n");
        assertThatThrownBy(() -> LedgerKey.at(second, "acso.example/ledger")).hasMessageContaining("backup");
    }
}
