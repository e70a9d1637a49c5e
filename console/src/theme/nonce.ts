import { setNonce } from 'get-nonce';

/** The server puts one into each page it gives: style elements made by the libraries carry it, or are refused. */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.content || undefined;
}

const nonce = styleNonce();
if (nonce) {
  setNonce(nonce);
}
