import { Text } from '@mantine/core';
import { count } from '@/parts/words';
import { shortName } from './entityGraph';
import type { IncidentSummary } from './types';

/** What tells an incident from others of its title: whom it is about, how much there is, and who has it. */
export function About({ incident }: { incident: IncidentSummary }) {
  return (
    <Text span size="xs" c="dimmed" truncate display="block">
      {told(incident)}
    </Text>
  );
}

export function told({ about, priority, findings, assignee }: IncidentSummary): string {
  const who = assignee ? `with ${assignee.replace('person:', '')}` : 'with nobody';
  return [about && shortName(about), priority, count(findings, 'finding'), who].filter(Boolean).join(' · ');
}
