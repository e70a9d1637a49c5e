import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources: Record<string, string> = import.meta.glob('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const declared = readFileSync('../src/main/resources/content/policies/people.cedarschema', 'utf8');

/** Each name of an operation by which something is offered or not. */
const asked = new Set(
  Object.values(sources).flatMap((text) => [...text.matchAll(/\b(?:may\(|needs: )'([a-z-]+\.[a-z]+)'/g)].map(([, name]) => name)),
);

it('offers nothing by the name of an operation that there is not', () => {
  expect(asked.size).toBeGreaterThan(30);
  expect([...asked].filter((name) => !declared.includes(`"${name}"`))).toEqual([]);
});
