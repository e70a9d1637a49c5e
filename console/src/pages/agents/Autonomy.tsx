import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { whoAlone } from '@/parts/who';
import { policiesQuery } from '../system/policies';
import { type Level, levelsQuery, levelTitle, useSetLevel } from './api';
import classes from './Autonomy.module.css';
import { LevelPill } from './LevelPill';
import { kindName } from '../approvals/plan';
import { families, type Standing, standings } from './levels';

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
    <Panel title="Autonomy" note="The most it may do; policies can hold or forbid an action, and never allow more" flush>
      <Loaded query={levels} skeleton={<Lines count={10} height={28} />}>
        {(found) => (
          <Loaded query={policies} skeleton={<Lines count={10} height={28} />}>
            {({ kinds }) =>
              families(standings(found, agent, kinds)).map((family) => (
                <section key={family.name} aria-label={family.name}>
                  <h3 className={classes.family}>{family.name || 'Others'}</h3>
                  <ul className={classes.kinds}>
                    {family.standings.map((standing) => (
                      <Kind key={standing.kind} standing={standing} onWish={(level) => setWish({ standing, level })} />
                    ))}
                  </ul>
                </section>
              ))
            }
          </Loaded>
        )}
      </Loaded>
      {wish && <Change agent={agent} standing={wish.standing} level={wish.level} onClose={() => setWish(undefined)} />}
    </Panel>
  );
}

function Kind({ standing: { kind, level, setting }, onWish }: { standing: Standing; onWish: (level: Level) => void }) {
  const may = useMay();
  return (
    <li className={classes.kind}>
      <div className={classes.act}>
        <Text size="sm" fw={560}>
          {kindName(kind)}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace" truncate title={kind}>
          {kind}
        </Text>
      </div>
      <Text size="xs" c="dimmed" className={classes.why}>
        {setting && (
          <>
            {whoAlone(setting.by)}, <When at={setting.since} />
            {setting.reason && `: ${setting.reason}`}
          </>
        )}
      </Text>
      {may('agent.level') ? (
        <NativeSelect
          size="xs"
          className={classes.level}
          aria-label={`Level for ${kind}`}
          data={LEVELS}
          value={level}
          onChange={(event) => onWish(event.currentTarget.value as Level)}
        />
      ) : (
        <span className={classes.fixed}>
          <LevelPill level={level} />
        </span>
      )}
    </li>
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
            With <b>{kindName(standing.kind)}</b> ({standing.kind}) it {levelTitle(standing.level)} now; from when you confirm it{' '}
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
