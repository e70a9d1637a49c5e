import { expect, it } from 'vitest';
import { serverAnswers } from '../../../test/shown';
import { control, over } from './executions';

it('says why a run is stopped, and nothing of what merely goes on', async () => {
  const requests = serverAnswers(() => ({ status: 202, body: {} }));
  await control('exe-1', 'pause', 'it is too early');
  await control('exe-1', 'resume', '');
  await control('exe-1', 'retry', '');
  await control('exe-1', 'cancel', 'nobody needs it');
  expect(requests.map(({ path, body }) => [path.replace('/api/v1/executions/exe-1/', ''), body])).toEqual([
    ['pause', { why: 'it is too early' }],
    ['resume', undefined],
    ['retry', undefined],
    ['cancel', { why: 'nobody needs it' }],
  ]);
});

it('is over once nothing changes it any more', () => {
  expect(over('REJECTED')).toBe(true);
  expect(over('WAITING')).toBe(false);
});
