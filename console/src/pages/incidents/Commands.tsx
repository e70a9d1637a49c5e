import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '@/api/client';
import { useMay, useMe } from '@/api/session';
import { done } from '@/app/queries';
import { Ask } from '@/parts/Ask';
import { type Read, useAssign, useStatus } from './queries';
import type { IncidentStatus } from './types';

/** Where a case can go from where it is, in the words of whoever decides it. */
const moves: Record<IncidentStatus, [IncidentStatus, string][]> = {
  NEW: [['ON_HOLD', 'Put on hold'], ['RESOLVED', 'Resolve'], ['CLOSED', 'Close']],
  IN_PROGRESS: [['ON_HOLD', 'Put on hold'], ['RESOLVED', 'Resolve'], ['CLOSED', 'Close']],
  ON_HOLD: [['IN_PROGRESS', 'Take up again'], ['RESOLVED', 'Resolve'], ['CLOSED', 'Close']],
  RESOLVED: [['IN_PROGRESS', 'Reopen'], ['CLOSED', 'Close']],
  CLOSED: [['IN_PROGRESS', 'Reopen']],
};

export function Commands({ read }: { read: Read }) {
  const { incident } = read;
  const me = useMe();
  const may = useMay();
  const assign = useAssign(incident.id);
  const [move, setMove] = useState<[IncidentStatus, string]>();
  const mine = incident.assignee === me.principal;
  const to = mine ? null : me.principal;
  return (
    <>
      {may('incident.edit') && (
        <Button
          variant="default"
          loading={assign.isPending}
          leftSection={mine ? <IconUserMinus size={16} aria-hidden /> : <IconUserPlus size={16} aria-hidden />}
          onClick={() => assign.mutate(to, { onSuccess: () => done(mine ? 'Given up' : 'It is yours') })}
        >
          {mine ? 'Give up' : 'Assign to me'}
        </Button>
      )}
      {may('incident.edit') && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              Status
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {moves[incident.status].map((one) => (
              <Menu.Item key={one[0]} onClick={() => setMove(one)}>
                {one[1]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {may('evidence.export') && (
        <Button
          component="a"
          href={address('/api/v1/incidents/{id}/bundle', { id: incident.id })}
          download={`${incident.id}.zip`}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Export
        </Button>
      )}
      {move && <Moving id={incident.id} move={move} close={() => setMove(undefined)} />}
    </>
  );
}

function Moving({ id, move: [status, name], close }: { id: string; move: [IncidentStatus, string]; close: () => void }) {
  const change = useStatus(id);
  return (
    <Ask
      opened
      title={`${name}?`}
      text="The reason becomes part of the timeline."
      act={name}
      reason={{ label: 'Why' }}
      busy={change.isPending}
      onAct={(why) => change.mutate({ status, why }, { onSuccess: () => (done(`${name}: done`), close()) })}
      onClose={close}
    />
  );
}
