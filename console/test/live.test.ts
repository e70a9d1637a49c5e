import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { CHANGES } from '@/live/changes';

const schema = buildSchema(readFileSync('../src/main/resources/graphql/acso.graphqls', 'utf8'));

it('asks for changes as the platform tells them', () => expect(validate(schema, parse(CHANGES))).toEqual([]));

it('would notice a field that is gone', () =>
  expect(validate(schema, parse(CHANGES.replace('noun', 'nouns'))).map(({ message }) => message)).toEqual([
    'Cannot query field "nouns" on type "Change". Did you mean "noun"?',
  ]));
