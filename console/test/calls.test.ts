import { expect, it } from 'vitest';

const sources: Record<string, string> = import.meta.glob('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });

/** What the client itself is made of, and the connection that brings the changes. */
const below = /^\.\.\/src\/(api\/|live\/changes\.ts$)/;
const parts = Object.entries(sources).filter(([file]) => !below.test(file) && !/\.test\.tsx?$/.test(file));

/** Each place that a pattern finds, as `pages/x.ts:12 what`. */
function found(pattern: RegExp): string[] {
  return parts.flatMap(([file, text]) =>
    [...text.matchAll(pattern)].map(({ 0: what, index }) => `${file.slice('../src/'.length)}:${text.slice(0, index).split('\n').length} ${what}`),
  );
}

it('looks at the pages', () => expect(parts.length).toBeGreaterThan(100));

it('reaches the platform by the client only', () =>
  expect(found(/\b(fetch\(|XMLHttpRequest|sendBeacon|EventSource|WebSocket|openapi-fetch|api\/schema')/g)).toEqual([]));

/** An address of the platform, unless the client takes it, it is a module's, or a sentence tells of it. */
const ADDRESS =
  /(?<!\b(?:get|getVersion|getMarkdown|post|put|patch|del|address)\(\s*['`]|\bAnswer<'|[@.]|POST )\/(?:api|identity|webauthn|login|actuator|oauth2)\/[^'"`]*/g;

it('names an operation only where its type is checked', () => expect(found(ADDRESS)).toEqual([]));

it('does not talk the types out of it', () => expect(found(/\bas any\b|: any\b|@ts-(ignore|expect-error|nocheck)|'(\/[\w{}-]+)+' as /g)).toEqual([]));
