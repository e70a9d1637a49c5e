import { queryOptions } from '@tanstack/react-query';
import type { Component, Health } from '@/api/beyond';
import { get, type Schemas } from '@/api/client';

export type { Component, Health };

export type Status = Schemas['StatusBody'];

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => get('/api/v1/status', { signal }),
  refetchInterval: 5_000,
});

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => get('/actuator/health', { signal }),
  refetchInterval: 10_000,
});

export const lakeQuery = queryOptions({
  queryKey: ['lake', 'statistics'],
  queryFn: ({ signal }) => get('/api/v1/lake/statistics', { signal }),
  staleTime: 30_000,
});

/** What a part is, where it says nothing of itself. */
export function meaning(name: string): string {
  const meanings: Record<string, string> = {
    agents: 'Every agent shows signs of life',
    connectors: 'Every system that actions reach answers',
    durability: 'Records and queues take what is written',
    journal: 'Events are kept as they come in',
    lake: 'Events can be asked for',
    ledger: 'Decisions and effects are written down',
    objects: 'Evidence and reports can be kept',
  };
  return meanings[name] ?? '';
}

/** How full the disk is, in bytes; nothing where the part does not say it. */
export function room({ free, total }: Record<string, unknown> = {}): { free: number; total: number } | undefined {
  return typeof free === 'number' && typeof total === 'number' && total > 0 ? { free, total } : undefined;
}

/** What a part says of itself, in a line; what is empty is left out. */
export function telling(details: Record<string, unknown> = {}): string {
  return Object.entries(details)
    .map(([name, value]) => [name, told(name, value)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}

function told(name: string, value: unknown): string {
  if (typeof value === 'number') {
    return ['free', 'total', 'threshold'].includes(name) ? bytes(value) : value.toLocaleString('en');
  }
  if (value === null || typeof value === 'boolean') {
    return '';
  }
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return typeof value === 'object' ? Object.keys(value).join(', ') : String(value);
}

/** 1,536 bytes are 1.5 kB: units of a thousand. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const value = count / 1000 ** step;
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${units[step]}`;
}
