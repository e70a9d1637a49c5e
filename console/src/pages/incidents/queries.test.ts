import { expect, test } from 'vitest';
import { incidentsQuery } from './queries';

const asked = (search: string) => incidentsQuery(new URLSearchParams(search)).queryKey[2];

test('the address says what the server filters and sorts by', () => {
  expect(asked('status=NEW&status=ON_HOLD&severity=HIGH&q=bob&sort=-severity')).toEqual({
    limit: 200,
    sort: '-severity',
    status: ['NEW', 'ON_HOLD'],
    severity: ['HIGH'],
    assignee: [],
    tactic: [],
    q: 'bob',
  });
});

test('every value that is chosen counts', () => {
  expect(asked('assignee=person%3Aalice&assignee=none&tactic=impact&tactic=discovery')).toMatchObject({
    assignee: ['person:alice', 'none'],
    tactic: ['impact', 'discovery'],
  });
});
