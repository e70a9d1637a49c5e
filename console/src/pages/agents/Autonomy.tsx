import { Button, Card, Group, Modal, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { type Level, levelsQuery, levelTitle, useSetLevel } from './api';
import { type Standing, standings } from './levels';
import { policiesQuery } from '../system/policies';

const LEVELS: { value: Level; label: string }[] = [
  { value: 'OBSERVE', label: 'Observes' },
  { value: 'RECOMMEND', label: 'Recommends' },
  { value: 'APPROVE', label: 'Acts on approval' },
  { value: 'ACT', label: 'Acts alone' },
];

/** How far the agent may go with each kind of action, and the way to change it. */
export function Autonomy({ agent }: { agent: string }) {
  const levels = useQuery(levelsQuery);
  const policies = useQuery(policiesQuery);
  const [wish, setWish] = useState<{ standing: Standing; level: Level }>();
  return (
    <Card>
      <Title order={2}>Autonomy</Title>
      <Text size="sm" c="dimmed" mb="xs">
        The level is the most it may do. Policies can still hold or forbid an action; they never allow more.
      </Text>
      <Loaded query={levels}>
        {(found) => (
          <Loaded query={policies}>
            {({ kinds }) => (
              <Table.ScrollContainer minWidth={420}>
                <Table verticalSpacing={6} highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Kind of action</Table.Th>
                      <Table.Th w={190}>Level</Table.Th>
                      <Table.Th visibleFrom="sm">Since</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {standings(found, agent, kinds).map((standing) => (
                      <Row key={standing.kind} standing={standing} onWish={(level) => setWish({ standing, level })} />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </Loaded>
        )}
      </Loaded>
      {wish && <Change agent={agent} standing={wish.standing} level={wish.level} onClose={() => setWish(undefined)} />}
    </Card>
  );
}

function Row({ standing, onWish }: { standing: Standing; onWish: (level: Level) => void }) {
  const may = useMay();
  const { kind, level, setting } = standing;
  return (
    <Table.Tr>
      <Table.Td ff="monospace" fz="sm">
        {kind}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={`Level for ${kind}`}
          data={LEVELS}
          value={level}
          disabled={!may('agent.level')}
          onChange={(event) => onWish(event.currentTarget.value as Level)}
        />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="xs" c="dimmed" title={setting?.reason}>
          {setting ? (
            <>
              {setting.by}, <When at={setting.since} />
            </>
          ) : (
            'default'
          )}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function Change({ agent, standing, level, onClose }: {
  agent: string;
  standing: Standing;
  level: Level;
  onClose: () => void;
}) {
  const [why, setWhy] = useState('');
  const set = useSetLevel(agent);
  return (
    <Modal opened onClose={onClose} title="Change the level?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ kind: standing.kind, level, why }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <Text size="sm">
            With <b>{standing.kind}</b> it {levelTitle(standing.level)} now; from when you confirm it{' '}
            <b>{levelTitle(level)}</b>, for plans that were approved before too.
          </Text>
          <TextInput
            label="Why"
            description="Kept in the ledger with your name"
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            maxLength={500}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={set.isPending}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
