package io.acso.edge.identity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one person proves who they are; immutable.
 *
 * @param handle names the person to passkeys and says nothing of them, base64url
 * @param password its Argon2 hash
 * @param pending a secret that was offered and not yet confirmed by a code
 * @param recovery hashes of the codes that are left
 * @param signedOutBefore sessions that began earlier have ended
 */
record Credentials(
        String username,
        String handle,
        @Nullable String password,
        @Nullable Totp totp,
        @Nullable Totp pending,
        List<String> recovery,
        List<Passkey> passkeys,
        Instant signedOutBefore) {

    Credentials {
        recovery = List.copyOf(recovery);
        passkeys = List.copyOf(passkeys);
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }

    static Credentials none(String username) {
        return new Credentials(username, Secrets.token(), null, null, null, List.of(), List.of(), Instant.EPOCH);
    }

    boolean hasSecondFactor() {
        return totp != null || !passkeys.isEmpty();
    }

    Credentials withPassword(@Nullable String hash, Instant endsSessionsBefore) {
        return new Credentials(username, handle, hash, totp, pending, recovery, passkeys, endsSessionsBefore);
    }

    Credentials withTotp(@Nullable Totp now, @Nullable Totp offered, List<String> codes) {
        return new Credentials(username, handle, password, now, offered, codes, passkeys, signedOutBefore);
    }

    Credentials withPasskeys(List<Passkey> now) {
        return new Credentials(username, handle, password, totp, pending, recovery, now, signedOutBefore);
    }

    Credentials signedOut(Instant before) {
        return new Credentials(username, handle, password, totp, pending, recovery, passkeys, before);
    }

    Credentials withPasskey(Passkey passkey) {
        Stream<Passkey> others = passkeys.stream().filter(each -> !each.id().equals(passkey.id()));
        return withPasskeys(Stream.concat(others, Stream.of(passkey)).toList());
    }
}
