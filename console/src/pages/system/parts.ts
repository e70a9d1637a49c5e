import {
  type Icon,
  IconActivity,
  IconAdjustments,
  IconFileUnknown,
  IconHistory,
  IconKey,
  IconLock,
  IconScale,
  IconStackPop,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AuditTab } from './AuditTab';
import { HealthTab } from './HealthTab';
import { KeysTab } from './KeysTab';
import { PeopleTab } from './PeopleTab';
import { type SystemPlace, systemPlaces } from './places';
import { PoliciesTab } from './PoliciesTab';
import { ProgramsTab } from './ProgramsTab';
import { QuarantineTab } from './QuarantineTab';
import { QueuesTab } from './QueuesTab';
import { SettingsTab } from './SettingsTab';
import { WebhooksTab } from './WebhooksTab';

/** One page of the area. */
export interface Part extends SystemPlace {
  icon: Icon;
  shows: ComponentType;
}

const looks: Record<(typeof systemPlaces)[number]['path'], Pick<Part, 'icon' | 'shows'>> = {
  health: { icon: IconActivity, shows: HealthTab },
  queues: { icon: IconStackPop, shows: QueuesTab },
  quarantine: { icon: IconFileUnknown, shows: QuarantineTab },
  audit: { icon: IconHistory, shows: AuditTab },
  people: { icon: IconUsers, shows: PeopleTab },
  programs: { icon: IconKey, shows: ProgramsTab },
  policies: { icon: IconScale, shows: PoliciesTab },
  webhooks: { icon: IconWebhook, shows: WebhooksTab },
  keys: { icon: IconLock, shows: KeysTab },
  settings: { icon: IconAdjustments, shows: SettingsTab },
};

export const parts: Part[] = systemPlaces.map((place) => ({ ...place, ...looks[place.path] }));
