import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import type { components } from './schema';

/** Operations as the generated types have them. */
interface Takes<Given, Said> extends Answers<Said> {
  requestBody: { content: { 'application/json': Given } };
}

interface Answers<Said> {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Said } } };
}

export interface Component {
  status: string;
  details?: Record<string, unknown>;
}

/** How the platform's parts are; `components` for those who may know. */
export interface Health {
  status: string;
  components?: Record<string, Component>;
}

/** What the console asks for beside the described API: the shapes are those of WebAuthn and of Spring. */
export interface Beyond {
  '/webauthn/register/options': { post: Answers<PublicKeyCredentialCreationOptionsJSON> };
  '/webauthn/register': { post: Takes<{ publicKey: { credential: RegistrationResponseJSON; label: string } }, { success: boolean }> };
  '/webauthn/authenticate/options': { post: Answers<PublicKeyCredentialRequestOptionsJSON> };
  '/login/webauthn': { post: Takes<AuthenticationResponseJSON, components['schemas']['NextBody']> };
  '/actuator/health': { get: Answers<Health> };
}
