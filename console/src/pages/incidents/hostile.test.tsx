import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { serverAnswers, shown } from '../../../test/shown';
import { Discussion } from './Discussion';
import ReportTab from './ReportTab';
import { TimelineView } from './TimelineView';

const AT = '2026-03-10T09:00:00Z';
const MARKUP = '<img src=x onerror=alert(1)><a href="javascript:alert(2)">here</a>';

test('markup in a finding’s title is text', () => {
  const { container } = shown(
    <TimelineView facts={[{ fact: 'FindingJoined', at: AT, happened: AT, text: MARKUP, findingId: 'fnd-1' }]} />,
  );
  expect(screen.getByText(MARKUP)).toBeTruthy();
  expect(container.querySelector('img, [href^="javascript"]')).toBeNull();
});

test('markup, links and images in a report lead nowhere', async () => {
  serverAnswers(() => ({ body: `# Report\n\n${MARKUP}\n\n![x](https://evil.example/x.png) [go](https://evil.example/)` }));
  const { container } = shown(<ReportTab id="inc-1" />);
  expect(await screen.findByRole('heading', { name: 'Report' })).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
  expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/api/v1/incidents/inc-1/report']);
});

test('a long comment is cut where one stops reading, and is there for who asks', async () => {
  const text = `begin ${'x'.repeat(9_000)} end`;
  serverAnswers(() => ({ body: { items: [{ id: 'c', incidentId: 'inc-1', by: 'person:bob', at: AT, text }] } }));
  const { container } = shown(<Discussion id="inc-1" />);
  const more = await screen.findByRole('button', { name: 'Show all 9,010 characters' });
  expect(container.textContent).not.toContain(' end');
  await userEvent.click(more);
  expect(container.textContent).toContain(text);
});

test('what people write is text', async () => {
  serverAnswers(() => ({ body: { items: [{ id: 'c', incidentId: 'inc-1', by: 'person:bob', at: '2026-03-10T09:00:00Z', text: MARKUP }] } }));
  const { container } = shown(<Discussion id="inc-1" />);
  expect(await screen.findByText(MARKUP)).toBeTruthy();
  expect(container.querySelector('[onerror], [href^="javascript"]')).toBeNull();
});
