import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '@/parts/Panel';
import { type Tone, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import type { Agent, Queue } from './queries';
import classes from './overview.module.css';

/** Who is at work, and what waits for each. */
export function Agents({ agents, queues }: { agents: Agent[]; queues: Queue[] }) {
  return (
    <Panel
      title="Agents"
      flush
      actions={
        <Anchor component={Link} to="/agents" size="sm">
          All agents
        </Anchor>
      }
    >
      <ul className={classes.agents}>
        {agents.map((agent) => (
          <One key={agent.name} agent={agent} queue={queues.find((queue) => queue.name === agent.name)} />
        ))}
      </ul>
    </Panel>
  );
}

function One({ agent, queue }: { agent: Agent; queue: Queue | undefined }) {
  const [tone, state] = stateOf(agent);
  const waiting = queue ? queue.ready + queue.waiting : agent.waiting;
  return (
    <li className={classes.agent}>
      <span className={classes.dot} data-tone={tone} aria-hidden />
      <span className={classes.said}>
        <Link to={`/agents/${agent.name}`} className={classes.name}>
          {words(agent.name)}
        </Link>
        <Text span size="xs" c="dimmed" display="block" truncate>
          {state}
          {agent.silent && (
            <>
              , heard of <When at={agent.seen} />
            </>
          )}
          {waiting > 0 ? `, ${waiting.toLocaleString('en')} waiting` : ', nothing waits'}
          {queue && queue.dead > 0 && `, ${queue.dead} given up`}
        </Text>
      </span>
    </li>
  );
}

function stateOf(agent: Agent): [Tone, string] {
  if (agent.killed) {
    return ['critical', 'stopped by its kill switch'];
  }
  if (agent.silent) {
    return ['high', 'silent'];
  }
  return agent.inHand > 0 ? ['accent', `at work on ${agent.inHand}`] : ['good', 'idle'];
}
