import {
  type Icon,
  IconCoins,
  IconFirstAidKit,
  IconRadar2,
  IconRobot,
  IconSitemap,
  IconTicket,
} from '@tabler/icons-react';
import type { Tone } from '@/parts/Tone';
import type { Agent } from './api';

/** What an agent is for, in a line. */
const purposes: Record<string, [Icon, string]> = {
  supervisor: [IconSitemap, 'Joins findings into incidents, chooses the response, asks'],
  'threat-hunter': [IconRadar2, 'Detects, and follows an actor to everything it did'],
  'incident-response': [IconFirstAidKit, 'Plans, acts, keeps evidence, writes reports'],
  'service-orchestration': [IconTicket, 'Opens and closes the tickets of an incident'],
  'financial-intelligence': [IconCoins, 'Prices what an incident costs'],
};

export function iconOf(name: string): Icon {
  return purposes[name]?.[0] ?? IconRobot;
}

export function purposeOf(name: string): string {
  return purposes[name]?.[1] ?? '';
}

export interface State {
  tone: Tone;
  text: string;
}

/** A stop matters more than silence, and silence more than work. */
export function stateOf(agent: Agent): State {
  if (agent.killed) {
    return { tone: 'critical', text: 'Stopped' };
  }
  if (agent.silent) {
    return { tone: 'medium', text: 'Silent' };
  }
  return agent.inHand > 0 ? { tone: 'accent', text: 'Working' } : { tone: 'good', text: 'Ready' };
}
