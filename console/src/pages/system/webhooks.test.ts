import { expect, test } from 'vitest';
import { lapse, lines } from './programs';
import { type Delivery, outcome, standing } from './webhooks';

const delivery = (status: Delivery['status'], ...answers: [number, string][]): Delivery => ({
  id: 'dlv-1', webhookId: 'whk-1', kind: 'Ping', subject: 'whk-1', body: '{}', created: '2026-01-01T00:00:00Z', status,
  attempts: answers.map(([answered, detail]) => ({ at: '2026-01-01T00:00:01Z', status: answered, detail })),
});

test('the last attempt tells how a delivery went', () => {
  expect(outcome(delivery('WAITING'))).toBe('Not tried yet');
  expect(outcome(delivery('WAITING', [0, 'Connection refused'], [503, '']))).toBe('HTTP 503');
  expect(outcome(delivery('GIVEN_UP', [0, 'Connection refused']))).toBe('Connection refused');
  expect(outcome(delivery('GIVEN_UP', [0, '']))).toBe('No answer');
});

test('a delivery that failed and will be tried again is not one that was never tried', () => {
  expect(standing(delivery('WAITING'))[1]).toBe('Waiting');
  expect(standing(delivery('WAITING', [500, '']))).toEqual(['medium', 'Tried again']);
  expect(standing(delivery('GIVEN_UP', [500, '']))[0]).toBe('critical');
});

test('redirects are taken once each, without what is blank', () => {
  expect(lines(' https://a.example/x \n\nhttps://b.example\nhttps://a.example/x')).toEqual(['https://a.example/x', 'https://b.example']);
});

test('a key that ends within a week asks for a look', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(lapse('2025-12-31T23:59:59Z', now)).toBe('over');
  expect(lapse('2026-01-07T00:00:00Z', now)).toBe('soon');
  expect(lapse('2026-01-09T00:00:00Z', now)).toBe('later');
});
