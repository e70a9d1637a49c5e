import {
  type Icon,
  IconAlertTriangle,
  IconBinoculars,
  IconChecklist,
  IconCoins,
  IconLayoutDashboard,
  IconRobot,
  IconRoute,
  IconServerCog,
  IconTicket,
  IconUserCircle,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Answer } from '@/api/client';
import { huntingPlaces } from '@/pages/hunting/places';

/** One part of the console: a directory of `pages`, whose default export shows all below its path. */
export interface Area {
  path: string;
  title: string;
  icon: Icon;
  /** Pressed after `g`. */
  key: string;
  /** Operations, without one of which the area has nothing to show. */
  needs?: readonly string[];
  hidden?: boolean;
  /** How many things in it wait for a person. */
  waiting?: (overview: Answer<'/api/v1/overview'>) => number;
  load: () => Promise<{ default: ComponentType }>;
}

export const areas: Area[] = [
  { path: 'overview', title: 'Overview', icon: IconLayoutDashboard, key: 'o', load: () => import('@/pages/overview') },
  { path: 'incidents', title: 'Incidents', icon: IconAlertTriangle, key: 'i', needs: ['incident.read'], waiting: ({ needs }) => needs.onHold.length, load: () => import('@/pages/incidents') },
  { path: 'approvals', title: 'Approvals', icon: IconChecklist, key: 'a', needs: ['approval.read'], waiting: ({ needs }) => needs.approvals.length, load: () => import('@/pages/approvals') },
  { path: 'agents', title: 'Agents', icon: IconRobot, key: 'g', needs: ['agent.read'], load: () => import('@/pages/agents') },
  { path: 'hunting', title: 'Hunting', icon: IconBinoculars, key: 'h', needs: huntingPlaces.map((place) => place.needs), load: () => import('@/pages/hunting') },
  { path: 'playbooks', title: 'Playbooks', icon: IconRoute, key: 'p', needs: ['playbook.read'], load: () => import('@/pages/playbooks') },
  { path: 'services', title: 'Services', icon: IconTicket, key: 't', needs: ['incident.read'], load: () => import('@/pages/services') },
  { path: 'finance', title: 'Finance', icon: IconCoins, key: 'f', needs: ['cost.read'], load: () => import('@/pages/finance') },
  { path: 'system', title: 'System', icon: IconServerCog, key: 's', load: () => import('@/pages/system') },
  { path: 'account', title: 'Account', icon: IconUserCircle, key: 'u', hidden: true, load: () => import('@/pages/account') },
];
