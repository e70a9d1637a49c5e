import { Anchor, Code, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '@/parts/Panel';
import { count } from '@/parts/words';
import { shortName } from '../incidents/entityGraph';
import { plainly } from '../incidents/names';
import type { Read } from '../incidents/queries';
import classes from './approvals.module.css';
import { ranges, type Said } from './plan';

/** Why it is asked: what was seen, and why this plan was chosen. */
export function Why({ read }: { read: Read }) {
  return (
    <Panel title="Why you are asked">
      <ul className={classes.why}>
        <Seen read={read} />
      </ul>
    </Panel>
  );
}

/** What the policies that decided say of the steps. */
export function Policies({ policies, otherwise }: { policies: Said[]; otherwise: string }) {
  return (
    <Panel title="What the policies say">
      <ul className={classes.why}>
        {policies.map((said) => (
          <li key={said.explanation}>
            <Text size="xs" c="dimmed">
              {said.steps.length > 1 ? 'Steps' : 'Step'} {ranges(said.steps)}
            </Text>
            <Text size="sm">{said.explanation}</Text>
            <Group gap={4} mt={4}>
              {said.policies.map((policy) => (
                <Code key={policy}>{policy}</Code>
              ))}
            </Group>
          </li>
        ))}
        {policies.length === 0 && (
          <li>
            <Text size="sm">{otherwise}</Text>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Seen({ read: { incident, rating, picture, timeline } }: { read: Read }) {
  const chosen = timeline.findLast((fact) => fact.fact === 'ResponseChosen');
  const about = incident.about && shortName(incident.about);
  return (
    <>
      <li>
        <Text size="xs" c="dimmed">
          What was seen
        </Text>
        <Text size="sm">
          <Anchor component={Link} to={`/incidents/${incident.id}`} inherit underline="always">
            {incident.title}
          </Anchor>
          {about && ` by ${about}`}: {count(picture.findings, 'finding')} by {count(picture.rules.length, 'rule')}, score{' '}
          {rating.score} of 100, {rating.confidence} % sure
        </Text>
      </li>
      {chosen && (
        <li>
          <Text size="xs" c="dimmed">
            Why this plan
          </Text>
          <Text size="sm">{plainly(chosen.text)}</Text>
        </li>
      )}
    </>
  );
}
