import { queryOptions } from '@tanstack/react-query';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { call, get } from '@/api/client';
import type { Schemas } from '@/api/read';
import { Problem } from '@/api/problem';

/** What follows a step of signing in. */
export type Next = 'done' | 'totp' | 'enrol';

export type IdentityState = Schemas['StateBody'];

export type Invitation = Schemas['InvitationBody'];

export type Factors = Schemas['FactorsBody'];

export const stateQuery = queryOptions({
  queryKey: ['identity-state'],
  queryFn: ({ signal }) => get<IdentityState>('/identity/state', undefined, signal),
});

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => get<Factors>('/identity/factors', undefined, signal),
});

// None of these carries an idempotency key: each is judged anew.
const step = async (path: string, body: unknown): Promise<Next> => {
  const { next } = await call<{ next: string }>('POST', path, { body });
  return next.toLowerCase() as Next;
};

export const invitation = (token: string) => call<Invitation>('POST', '/identity/invitation', { body: { token } });
export const setUp = (wish: { token: string; username: string; displayName: string; password: string }) =>
  step('/identity/setup', wish);
export const signIn = (username: string, password: string) => step('/identity/sign-in', { username, password });
export const enterCode = (code: string) => step('/identity/totp', { code });
export const stepUp = (code: string) => step('/identity/step-up', { code });
export const changePassword = (current: string, chosen: string) => step('/identity/password', { current, chosen });

/** The secret for an authenticator app; it holds once a code was confirmed. */
export const offerTotp = () => call<{ secret: string; uri: string; qr: string }>('POST', '/identity/totp/enrol');
export const confirmTotp = (code: string) =>
  call<{ recoveryCodes: string[] }>('POST', '/identity/totp/confirm', { body: { code } });

export const passkeysWork = () => typeof window.PublicKeyCredential === 'function' && window.isSecureContext;

/** Signs in, ends a sign-in, or proves anew who is there: whichever the session is at. */
export async function provePasskey(): Promise<Next> {
  const optionsJSON = await call<never>('POST', '/webauthn/authenticate/options');
  const signed = await ceremony(() => startAuthentication({ optionsJSON }));
  return step('/login/webauthn', signed);
}

export async function addPasskey(label: string): Promise<void> {
  const optionsJSON = await call<never>('POST', '/webauthn/register/options');
  const credential = await ceremony(() => startRegistration({ optionsJSON }));
  await call('POST', '/webauthn/register', { body: { publicKey: { credential, label } } });
}

/** The browser's own refusals, in words. */
async function ceremony<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const detail =
      name === 'NotAllowedError'
        ? 'It was cancelled, took too long, or this device holds no passkey for here.'
        : name === 'InvalidStateError'
          ? 'This device holds a passkey for this account already.'
          : error instanceof Error
            ? error.message
            : '';
    throw new Problem(0, 'passkey-failed', 'The passkey was not used', detail);
  }
}
