import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { serverAnswers, shown } from '../../../test/shown';
import { Findings } from './Findings';

const finding = (id: string, value: string) => ({
  id,
  ruleId: 'r-1',
  title: 'A key was made',
  severity: 'HIGH',
  time: '2026-03-10T09:00:00Z',
  events: ['evt-1'],
  matched: [{ field: 'eventName', value }],
  entities: [{ type: 'PRINCIPAL', scope: 's', value: 'arn:aws:iam::1:user/mallory', role: 'ACTOR' }],
  tactics: ['persistence'],
  techniques: ['T1098'],
  content: 'c',
  ocsf: { class_uid: 2004 },
});

function answers() {
  return serverAnswers(({ path }) =>
    path.startsWith('/api/v1/rules/')
      ? { body: { rule: {}, yaml: '', details: { description: 'Somebody makes a key for somebody else.', falsePositives: ['Set-up of new accounts'] } } }
      : { body: { items: [finding('f-1', 'CreateAccessKey'), finding('f-2', 'Create\u202eAccessKey')] } },
  );
}

test('a finding says what matched, what its rule looks for, and when that may be harmless', async () => {
  answers();
  shown(<Findings id="inc-1" />, { at: '/incidents/inc-1/findings?finding=f-1' });
  expect(await screen.findByText('Somebody makes a key for somebody else.')).toBeTruthy();
  expect(screen.getByText('May be harmless: Set-up of new accounts')).toBeTruthy();
  expect(screen.getByText('CreateAccessKey')).toBeTruthy();
});

test('a character that turns the writing around is written out', async () => {
  answers();
  shown(<Findings id="inc-1" />, { at: '/incidents/inc-1/findings?finding=f-1' });
  expect(await screen.findByText('Create\\u202eAccessKey')).toBeTruthy();
});

test('the whole of it is there: whom it names, its events, and the record', async () => {
  answers();
  shown(<Findings id="inc-1" />, { at: '/incidents/inc-1/findings?rule=r-1' });
  await userEvent.click((await screen.findAllByRole('button', { name: 'More' }))[0]!);
  expect(screen.getByText('user/mallory')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'See the raw events' });
  expect(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams.get('sql')).toContain("event_id IN ('evt-1')");
  expect(screen.getByRole('group', { name: 'The finding in OCSF' })).toBeTruthy();
});
