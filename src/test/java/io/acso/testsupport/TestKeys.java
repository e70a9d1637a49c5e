package io.acso.testsupport;

import io.acso.platform.crypto.Keyring;
import io.acso.platform.crypto.embedded.KeysetFile;
import io.acso.platform.crypto.embedded.LocalMasterKey;
import java.nio.file.Path;
import java.time.Clock;

/** Keys as the embedded platform has them. */
public final class TestKeys {

    private TestKeys() {}

    /** The keys of that directory, made when they are not there. */
    public static Keyring in(Path directory) {
        LocalMasterKey master = LocalMasterKey.open(directory.resolve(LocalMasterKey.NAME), true);
        return Keyring.open(new KeysetFile(directory), master, Clock.systemUTC(), true);
    }
}
