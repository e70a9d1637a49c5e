/** A page of the area, as far as one needs to know to go there. */
export interface SystemPlace {
  path: string;
  group: string;
  title: string;
  lead: string;
  /** The operation without which it has nothing to show. */
  needs: string;
}

export const systemPlaces = [
  { path: 'health', group: 'Running', title: 'Health', lead: 'How the platform is, part by part.', needs: 'status.read' },
  { path: 'queues', group: 'Running', title: 'Queues', lead: 'What waits for agents, and what was given up.', needs: 'queue.read' },
  { path: 'quarantine', group: 'Running', title: 'Quarantine', lead: 'Records that came in and could not be read.', needs: 'quarantine.read' },
  { path: 'audit', group: 'Proof', title: 'Audit', lead: 'Every decision, effect and change, in a ledger that shows when somebody touched it.', needs: 'audit.read' },
  { path: 'people', group: 'Access', title: 'People', lead: 'Who has an account here, and what they may do.', needs: 'person.read' },
  { path: 'programs', group: 'Access', title: 'Programs', lead: 'What calls the API without a person at the keys: API keys, services and apps.', needs: 'client.read' },
  { path: 'policies', group: 'Access', title: 'Policies', lead: 'What agents and people may do, as it is in force.', needs: 'policy.read' },
  { path: 'webhooks', group: 'Platform', title: 'Webhooks', lead: 'Other systems that are told what happens here.', needs: 'webhook.read' },
  { path: 'keys', group: 'Platform', title: 'Encryption', lead: 'What encrypts everything that is kept. No key is ever shown.', needs: 'key.read' },
  { path: 'settings', group: 'Platform', title: 'Settings', lead: 'What the platform was told to be like when it was started.', needs: 'setting.read' },
] as const satisfies readonly SystemPlace[];
