import type { PlaybookDocument } from '../incidents/types';

/** A small playbook that is valid: one step that a person does. */
export function begin(): string {
  const [start, manual, end, person] = ['start', 'action', 'end', 'individual'].map((type) => `${type}--${crypto.randomUUID()}`) as [string, string, string, string];
  const now = new Date().toISOString();
  return JSON.stringify(
    {
      type: 'playbook',
      spec_version: 'cacao-2.0',
      id: `playbook--${crypto.randomUUID()}`,
      name: 'New playbook',
      description: '',
      playbook_types: ['investigation'],
      created_by: `identity--${crypto.randomUUID()}`,
      created: now,
      modified: now,
      workflow_start: start,
      workflow: {
        [start]: { type: 'start', on_completion: manual },
        [manual]: { type: 'action', name: 'Look', agent: person, commands: [{ type: 'manual', command: 'Look into it and say what you found.' }], on_completion: end },
        [end]: { type: 'end' },
      },
      agent_definitions: { [person]: { type: 'individual', name: 'Whoever looks into it' } },
    },
    null,
    2,
  );
}

/** Enough of one to be drawn. */
export function isPlaybook(value: unknown): value is PlaybookDocument {
  const document = value as Partial<PlaybookDocument> | null;
  return (
    typeof document === 'object' &&
    typeof document?.workflow_start === 'string' &&
    typeof document.workflow === 'object' &&
    document.workflow !== null &&
    Object.values(document.workflow).every((step) => typeof step === 'object' && step !== null && typeof step.type === 'string')
  );
}
