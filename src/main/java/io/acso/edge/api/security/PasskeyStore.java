package io.acso.edge.api.security;

import io.acso.edge.identity.Enrolment;
import io.acso.edge.identity.Passkey;
import io.acso.edge.identity.People;
import io.acso.edge.identity.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** People and their passkeys, as Spring Security's WebAuthn asks for them. */
@Component
final class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final People people;
    private final Enrolment enrolment;

    PasskeyStore(People people, Enrolment enrolment) {
        this.people = people;
        this.enrolment = enrolment;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return people.byHandle(handle.toBase64UrlString()).map(this::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return people.find(username).map(this::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("people are made by People");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("people are kept, passkeys are removed by Enrolment");
    }

    @Override
    public void save(CredentialRecord credential) {
        String handle = credential.getUserEntityUserId().toBase64UrlString();
        Person person = people.byHandle(handle).orElseThrow();
        enrolment.keep(person.username(), passkey(credential));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        String written = id.toBase64UrlString();
        return enrolment
                .ownerOf(written)
                .flatMap(username -> credentials(username).stream()
                        .filter(record -> record.getCredentialId().equals(id))
                        .findFirst())
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return people.byHandle(handle.toBase64UrlString())
                .map(person -> credentials(person.username()))
                .orElse(List.of());
    }

    private List<CredentialRecord> credentials(String username) {
        Bytes handle = Bytes.fromBase64(people.handle(username));
        return enrolment.passkeys(username).stream()
                .map(passkey -> record(passkey, handle))
                .toList();
    }

    private PublicKeyCredentialUserEntity entity(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(people.handle(person.username())))
                .name(person.username())
                .displayName(person.displayName())
                .build();
    }

    private static Passkey passkey(CredentialRecord credential) {
        return new Passkey(
                credential.getCredentialId().toBase64UrlString(),
                credential.getPublicKey().getBytes(),
                Objects.requireNonNull(credential.getAttestationObject()).getBytes(),
                credential.getSignatureCount(),
                credential.isUvInitialized(),
                credential.isBackupEligible(),
                credential.isBackupState(),
                credential.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(credential.getLabel()).orElse("passkey"),
                Objects.requireNonNullElse(credential.getCreated(), Instant.EPOCH),
                Objects.requireNonNullElse(credential.getLastUsed(), Instant.EPOCH));
    }

    private static CredentialRecord record(Passkey passkey, Bytes handle) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(handle)
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(passkey.userVerified())
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .transports(passkey.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(passkey.attestation()))
                .label(passkey.label())
                .created(passkey.created())
                .lastUsed(passkey.lastUsed())
                .build();
    }
}
