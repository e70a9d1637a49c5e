import { Anchor, Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Panel } from '@/parts/Panel';
import { visible } from '@/parts/visible';
import { When } from '@/parts/When';
import { shortName } from '../incidents/entityGraph';
import type { Plan } from '../incidents/types';
import classes from './approvals.module.css';
import { kindName } from './plan';
import { effectQuery } from './queries';

const PREFIX = 'undo:';

/** The effect that a plan takes back, when that is all it does. */
export function effectOf(plan: Plan): string | undefined {
  const id = plan.playbookId;
  return id.startsWith(`${PREFIX}eff-`) ? id.slice(PREFIX.length) : undefined;
}

/** What was done, that somebody wants it taken back, and why. */
export function TakesBack({ effect, incident }: { effect: string; incident: boolean }) {
  const { data } = useQuery(effectQuery(effect));
  if (!data) {
    return null;
  }
  const { action, undo } = data;
  return (
    <Panel title="What it takes back">
      <ul className={classes.why}>
        <li>
          <Text size="xs" c="dimmed">
            What was done
          </Text>
          <Text size="sm">
            {kindName(action.kind)} on {shortName(action.target.id)}, <When at={data.finished ?? data.intended} />
            {incident && (
              <>
                {' · '}
                <Anchor component={Link} to={`/incidents/${data.subject}/response`} inherit>
                  The response
                </Anchor>
              </>
            )}
          </Text>
        </li>
        {undo && (
          <li>
            <Text size="xs" c="dimmed">
              Why it is wanted
            </Text>
            <Text size="sm">{undo.why ? visible(undo.why) : 'No reason was given.'}</Text>
          </li>
        )}
        {undo && undo.policies.length > 0 && (
          <li>
            <Text size="xs" c="dimmed">
              The policies that decided
            </Text>
            <Group gap={4}>
              {undo.policies.map((policy) => (
                <Code key={policy}>{policy}</Code>
              ))}
            </Group>
          </li>
        )}
      </ul>
    </Panel>
  );
}
