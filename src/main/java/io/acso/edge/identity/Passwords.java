package io.acso.edge.identity;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Recognises passwords by Argon2id, with the least that OWASP asks for: 19 MiB, two passes, one lane. */
public final class Passwords {

    private static final int LEAST = 12;
    private static final int MOST = 256;
    private static final int DIFFERENT = 5;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    /** Compared with when there is no such person, so that the time to answer does not tell. */
    private final String nobody = String.valueOf(argon2.encode("nobody has this password"));

    /** @throws IllegalArgumentException when it is too easy to guess; says how a password looks */
    String hash(String username, String password) {
        if (password.length() < LEAST || password.length() > MOST) {
            throw new IllegalArgumentException("a password has " + LEAST + " to " + MOST + " characters");
        }
        if (password.chars().distinct().count() < DIFFERENT
                || password.toLowerCase(java.util.Locale.ROOT).contains(username)) {
            throw new IllegalArgumentException("a password has " + DIFFERENT
                    + " different characters at least, and the username is no part of it");
        }
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, @Nullable String hash) {
        String shortened = password.substring(0, Math.min(password.length(), MOST + 1));
        boolean same = inTurn(() -> argon2.matches(shortened, hash == null ? nobody : hash));
        return same && hash != null;
    }

    /** Each costs memory and time: few at once, and nobody waits for long. */
    private <R> R inTurn(java.util.function.Supplier<R> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
