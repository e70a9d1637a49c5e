import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '@/api/session';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { count } from '@/parts/words';
import { type BulkTaken, useBulk } from './queries';
import type { IncidentStatus, IncidentSummary } from './types';

const moves: [IncidentStatus, string][] = [
  ['IN_PROGRESS', 'Take up again'],
  ['ON_HOLD', 'Put on hold'],
  ['RESOLVED', 'Resolve'],
  ['CLOSED', 'Close'],
];

/** What can be done with many at once; those for which it is not possible are named. */
export function Bulk({ chosen, clear }: { chosen: IncidentSummary[]; clear: () => void }) {
  const me = useMe();
  const bulk = useBulk();
  const [move, setMove] = useState<[IncidentStatus, string]>();
  const ids = chosen.map((incident) => incident.id);
  const after = (taken: BulkTaken) => {
    tell(taken, chosen);
    setMove(undefined);
    clear();
  };
  return (
    <>
        <Button
          size="xs"
          variant="default"
          loading={bulk.isPending}
          onClick={() => bulk.mutate({ incidents: ids, assign: { to: me.principal } }, { onSuccess: after })}
        >
          Assign to me
        </Button>
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Status
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {moves.map((one) => (
              <Menu.Item key={one[0]} onClick={() => setMove(one)}>
                {one[1]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      <Button size="xs" variant="subtle" color="gray" onClick={clear}>
        Unselect
      </Button>
      <Ask
        opened={move !== undefined}
        title={`${move?.[1]}: ${count(chosen.length, 'incident')}?`}
        text="The reason becomes part of each timeline."
        act={move?.[1] ?? ''}
        reason={{ label: 'Why' }}
        busy={bulk.isPending}
        onAct={(why) => bulk.mutate({ incidents: ids, status: move?.[0], why }, { onSuccess: after })}
        onClose={() => setMove(undefined)}
      />
    </>
  );
}

function tell({ accepted, refused }: BulkTaken, chosen: IncidentSummary[]) {
  if (accepted.length > 0) {
    done(count(accepted.length, 'incident'), 'The supervisor has them.');
  }
  for (const no of refused.slice(0, 3)) {
    const title = chosen.find((incident) => incident.id === no.incident)?.title ?? no.incident;
    notifications.show({ color: 'yellow', title, message: no.why, autoClose: 10_000, withBorder: true });
  }
}
