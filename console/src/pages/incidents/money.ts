import type { Money } from './types';

/** In its own currency, to the cent. */
export function money({ amount, currency }: Money): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
}
