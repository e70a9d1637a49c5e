import type { Schemas } from '@/api/client';

/** `value`: what it was set to; absent where `standard` holds. */
export type Setting = Schemas['EffectiveSetting'];

/** Settings under what they are about: `acso.agents.lease` under `acso.agents`. Those of their own come first. */
export function groups(settings: readonly Setting[]): [string, Setting[]][] {
  const found = new Map<string, Setting[]>();
  for (const setting of settings) {
    const path = setting.name.split('.');
    const group = path.length > 2 ? path.slice(0, 2).join('.') : (path[0] ?? '');
    found.set(group, [...(found.get(group) ?? []), setting]);
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}
