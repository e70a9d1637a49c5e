import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { kindName } from '../approvals/plan';
import { agentTitle, levelsQuery, type LevelSetting } from './api';
import { LevelPill } from './LevelPill';
import { patternTitle } from './levels';

/** How far agents may go: what holds for all of them, and what people set for one. */
export function Levels() {
  const levels = useQuery(levelsQuery);
  return (
    <Panel title="Autonomy">
      <Loaded query={levels} skeleton={<Lines count={5} height={20} />}>
        {({ otherwise, kinds, settings }) => (
          <Stack gap={10}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">Every kind of action, unless said otherwise</Text>
              <LevelPill level={otherwise} />
            </Group>
            {Object.entries(kinds).map(([pattern, level]) => (
              <Group key={pattern} justify="space-between" wrap="nowrap">
                <Text size="sm" truncate title={pattern}>
                  {patternTitle(pattern)}
                </Text>
                <LevelPill level={level} />
              </Group>
            ))}
            <Text size="xs" c="dimmed" fw={560} mt={6}>
              Set by people
            </Text>
            {settings.length === 0 && (
              <Text size="sm" c="dimmed">
                Nobody changed a level. Each agent's page has its levels, kind by kind.
              </Text>
            )}
            {settings.map((one) => (
              <Changed key={`${one.agent} ${one.kind}`} of={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Changed({ of }: { of: LevelSetting }) {
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {agentTitle(of.agent.replace('agent:', ''))}: <span title={of.kind}>{kindName(of.kind)}</span>
        </Text>
        <Text size="xs" c="dimmed">
          {whoAlone(of.by)}, <When at={of.since} />
          {of.reason && `: ${of.reason}`}
        </Text>
      </div>
      <LevelPill level={of.level} />
    </Group>
  );
}
