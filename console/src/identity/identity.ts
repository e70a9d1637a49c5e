import { queryOptions } from '@tanstack/react-query';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { get, post, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';

/** What follows a step of signing in. */
export type Next = Schemas['NextBody']['next'];

export type IdentityState = Schemas['StateBody'];

export type Invitation = Schemas['InvitationBody'];

export type Factors = Schemas['FactorsBody'];

export const stateQuery = queryOptions({
  queryKey: ['identity-state'],
  queryFn: ({ signal }) => get('/identity/state', { signal }),
});

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => get('/identity/factors', { signal }),
});

const following = async (step: Promise<Schemas['NextBody']>): Promise<Next> => (await step).next;

export const invitation = (token: string) => post('/identity/invitation', { body: { token } });
export const setUp = (body: Schemas['SetupWish']) => following(post('/identity/setup', { body }));
export const signIn = (username: string, password: string) => following(post('/identity/sign-in', { body: { username, password } }));
export const enterCode = (code: string) => following(post('/identity/totp', { body: { code } }));
export const stepUp = (code: string) => following(post('/identity/step-up', { body: { code } }));
export const changePassword = (current: string, chosen: string) => following(post('/identity/password', { body: { current, chosen } }));

/** The secret for an authenticator app; it holds once a code was confirmed. */
export const offerTotp = () => post('/identity/totp/enrol');
export const confirmTotp = (code: string) => post('/identity/totp/confirm', { body: { code } });

export const passkeysWork = () => typeof window.PublicKeyCredential === 'function' && window.isSecureContext;

/** Signs in, ends a sign-in, or proves anew who is there: whichever the session is at. */
export async function provePasskey(): Promise<Next> {
  const optionsJSON = await post('/webauthn/authenticate/options');
  const signed = await ceremony(() => startAuthentication({ optionsJSON }));
  return following(post('/login/webauthn', { body: signed }));
}

export async function addPasskey(label: string): Promise<void> {
  const optionsJSON = await post('/webauthn/register/options');
  const credential = await ceremony(() => startRegistration({ optionsJSON }));
  await post('/webauthn/register', { body: { publicKey: { credential, label } } });
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
