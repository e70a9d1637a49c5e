import { Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/parts/States';
import { Pill, type Tone } from '@/parts/Tone';
import { kindName } from '../approvals/plan';
import { executionQuery, type PlanDecision } from '../playbooks/executions';
import { Facts } from '../system/Trail';
import type { Entry } from '../system/trail';

const verdicts: Record<string, [Tone, string]> = {
  PERMIT: ['good', 'Permitted'],
  NEEDS_APPROVAL: ['medium', 'Needs approval'],
  FORBID: ['critical', 'Forbidden'],
};

/** The reasons behind an entry: of a decided plan the gate's explanation of each action, else the entry's facts. */
export function Decision(entry: Entry) {
  return entry.kind === 'PlanDecided' && entry.subject.startsWith('exe-') ? <Plan entry={entry} /> : <Facts {...entry} />;
}

function Plan({ entry }: { entry: Entry }) {
  const query = useQuery(executionQuery(entry.subject));
  return (
    <Loaded query={query}>
      {({ decisions }) => (
        <Stack gap="md">
          {alike(decisions).map(([decision, targets]) => (
            <Verdict key={decision.action.kind + decision.decision.explanation} of={decision} targets={targets} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function Verdict({ of: { action, decision }, targets }: { of: PlanDecision; targets: string[] }) {
  const [tone, text] = verdicts[decision.verdict] ?? ['neutral', decision.verdict];
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Pill tone={tone}>{text}</Pill>
        <Text size="sm" fw={560} title={action.kind}>
          {kindName(action.kind)}
        </Text>
        <Text size="xs" c="dimmed">
          {targets.length === 1 ? '1 target' : `${targets.length} targets`}
        </Text>
      </Group>
      <Text size="sm">{decision.explanation}</Text>
      <Text size="xs" c="dimmed">
        {targets.slice(0, 6).map((target) => (
          <Code key={target} mr={6}>
            {target}
          </Code>
        ))}
        {targets.length > 6 && `and ${targets.length - 6} more`}
      </Text>
    </Stack>
  );
}

/** Actions of one kind that were decided alike are shown once, with all their targets. */
export function alike(decisions: readonly PlanDecision[]): [PlanDecision, string[]][] {
  const groups = new Map<string, [PlanDecision, string[]]>();
  for (const one of decisions) {
    const key = [one.action.kind, one.decision.verdict, one.decision.explanation].join('\n');
    const group = groups.get(key) ?? [one, []];
    group[1].push(one.action.target.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
