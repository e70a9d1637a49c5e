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
import { PoliciesTab } from './PoliciesTab';
import { ProgramsTab } from './ProgramsTab';
import { QuarantineTab } from './QuarantineTab';
import { QueuesTab } from './QueuesTab';
import { SettingsTab } from './SettingsTab';
import { WebhooksTab } from './WebhooksTab';

/** One page of the area. */
export interface Part {
  path: string;
  group: string;
  title: string;
  icon: Icon;
  lead: string;
  /** The operation without which it has nothing to show. */
  needs: string;
  shows: ComponentType;
}

export const parts: Part[] = [
  { path: 'health', group: 'Running', title: 'Health', icon: IconActivity, lead: 'How the platform is, part by part.', needs: 'status.read', shows: HealthTab },
  { path: 'queues', group: 'Running', title: 'Queues', icon: IconStackPop, lead: 'What waits for agents, and what was given up.', needs: 'queue.read', shows: QueuesTab },
  { path: 'quarantine', group: 'Running', title: 'Quarantine', icon: IconFileUnknown, lead: 'Records that came in and could not be read.', needs: 'quarantine.read', shows: QuarantineTab },
  { path: 'audit', group: 'Proof', title: 'Audit', icon: IconHistory, lead: 'Every decision, effect and change, in a ledger that shows when somebody touched it.', needs: 'audit.read', shows: AuditTab },
  { path: 'people', group: 'Access', title: 'People', icon: IconUsers, lead: 'Who has an account here, and what they may do.', needs: 'person.read', shows: PeopleTab },
  { path: 'programs', group: 'Access', title: 'Programs', icon: IconKey, lead: 'What calls the API without a person at the keys: API keys, services and apps.', needs: 'client.read', shows: ProgramsTab },
  { path: 'policies', group: 'Access', title: 'Policies', icon: IconScale, lead: 'What agents and people may do, as it is in force.', needs: 'policy.read', shows: PoliciesTab },
  { path: 'webhooks', group: 'Platform', title: 'Webhooks', icon: IconWebhook, lead: 'Other systems that are told what happens here.', needs: 'webhook.read', shows: WebhooksTab },
  { path: 'keys', group: 'Platform', title: 'Encryption', icon: IconLock, lead: 'What encrypts everything that is kept. No key is ever shown.', needs: 'key.read', shows: KeysTab },
  { path: 'settings', group: 'Platform', title: 'Settings', icon: IconAdjustments, lead: 'What the platform was told to be like when it was started.', needs: 'setting.read', shows: SettingsTab },
];
