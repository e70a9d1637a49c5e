import type { IncidentFact } from './types';

/** One line of the timeline: a fact, or the same finding several times with nothing else between. */
export interface Moment {
  key: string;
  fact: IncidentFact;
  /** When it happened, which for a finding is before the platform knew. */
  at: string;
  /** When the last of them happened; equals `at` for a single fact. */
  until: string;
  times: number;
}

const LATE_MS = 1_000;

/** The facts by the time they happened, repetitions of a finding folded into one line. */
export function moments(facts: readonly IncidentFact[]): Moment[] {
  const inOrder = facts
    .map((fact, index) => ({ fact, index, at: happened(fact) }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.index - b.index);
  const folded = new Map<string, Moment>();
  const all: Moment[] = [];
  for (const { fact, index, at } of inOrder) {
    const name = fact.fact === 'FindingJoined' ? ruleTitle(fact.text) : null;
    const before = name === null ? undefined : folded.get(name);
    if (before) {
      before.times += 1;
      before.until = at;
      continue;
    }
    const moment = { key: `${index}`, fact, at, until: at, times: 1 };
    all.push(moment);
    if (name !== null) {
      folded.set(name, moment);
    }
  }
  return all;
}

/** A finding's text is its title, a colon, and why it belongs here; the first finding has no why. */
export function ruleTitle(text: string): string {
  const colon = text.indexOf(': ');
  return colon < 0 ? text : text.slice(0, colon);
}

/** Why it belongs to the incident; null where the text says only what it is. */
export function because(text: string): string | null {
  const colon = text.indexOf(': ');
  return colon < 0 ? null : text.slice(colon + 2);
}

/** Whether the platform learned of it noticeably later than it happened. */
export function learnedLater(fact: IncidentFact): boolean {
  return Date.parse(fact.at) - Date.parse(happened(fact)) > LATE_MS;
}

function happened(fact: IncidentFact): string {
  return fact.fact === 'FindingJoined' ? fact.happened : fact.at;
}
