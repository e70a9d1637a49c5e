import { Badge, Group, Stack, Text } from '@mantine/core';
import { Panel } from '@/parts/Panel';
import { words } from '@/parts/Tone';
import { visible } from '@/parts/visible';
import { count } from '@/parts/words';
import { kindName } from '../approvals/plan';
import type { Unplanned as Step } from '../incidents/types';
import classes from './playbooks.module.css';

/** Actions that come to nothing with what the playbook was given, and what to give so that they do not. */
export function Unplanned({ steps }: { steps: Step[] }) {
  return steps.length === 0 ? null : (
    <Panel title="Not planned" note={count(steps.length, 'action')} flush>
      <ul className={classes.plan}>
        {steps.map((step) => (
          <li key={step.stepId + step.kind + step.why} className={classes.unplanned}>
            <div>
              <Text size="sm" fw={560}>
                {visible(step.name)}
              </Text>
              <Text size="xs" c="dimmed">
                {kindName(step.kind)}
              </Text>
            </div>
            <Stack gap={4} className={classes.act}>
              <Text size="sm">{sentence(visible(step.why))}</Text>
              {step.lacks.length > 0 && (
                <Group gap={4}>
                  <Text size="xs" c="dimmed">
                    Give
                  </Text>
                  {step.lacks.map((name) => (
                    <Badge key={name} variant="default" tt="none" fw={500}>
                      {words(name)}
                    </Badge>
                  ))}
                </Group>
              )}
            </Stack>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
