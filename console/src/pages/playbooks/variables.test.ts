import { expect, test } from 'vitest';
import { allGiven, asked, declared } from './variables';

const document = {
  playbook_variables: {
    __account__: { type: 'string', description: 'Where', external: true },
    __keys__: { type: 'list', value: '[]', external: true },
    __count__: { type: 'integer', external: true },
    __fixed__: { type: 'string', external: true, constant: true },
    __cost__: { type: 'string', value: '' },
  },
};

test('only external variables that may change are asked for', () => {
  expect(asked(declared(document)).map(({ name }) => name)).toEqual(['account', 'keys', 'count']);
});

test('what is typed takes the shape of its variable, and what is empty is not given', () => {
  const variables = asked(declared(document));
  expect(allGiven(variables, { account: 'aws:1', keys: ' AKIA1 \n\nAKIA2', count: '3' })).toEqual({
    account: 'aws:1',
    keys: ['AKIA1', 'AKIA2'],
    count: 3,
  });
  expect(allGiven(variables, { account: ' ', count: 'three' })).toEqual({ count: 'three' });
});

test('a document without variables, or that is none, declares none', () => {
  expect(declared({})).toEqual({});
  expect(declared(null)).toEqual({});
});
