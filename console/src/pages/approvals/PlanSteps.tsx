import { Accordion, Anchor, Button, Code, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconUserCheck, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Pill } from '@/parts/Tone';
import { Long } from '@/parts/Long';
import type { Constraint, PlannedAction } from '../incidents/types';
import { count } from '@/parts/words';
import classes from './approvals.module.css';
import { Call } from './Call';
import { kindName, kindPlace, type StepPlan, share } from './plan';

const FEW = 5;

/** As many actions as are read without being asked for. */
const AT_SIGHT = 3;

/** The plan step by step; each opens to its exact calls, a short plan at once. */
export function PlanSteps({ steps }: { steps: StepPlan[] }) {
  const all = steps.map(keyOf);
  const [open, setOpen] = useState(() => (steps.reduce((sum, step) => sum + step.actions.length, 0) <= AT_SIGHT ? all : []));
  const whole = open.length === all.length;
  return (
    <section aria-labelledby="plan" className={classes.plan}>
      <Group justify="space-between" mb={2}>
        <Title order={2} size="h3" id="plan">
          The plan
        </Title>
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(whole ? [] : all)}>
          {whole ? 'Close all' : 'Show every call'}
        </Button>
      </Group>
      <Accordion
        multiple
        variant="separated"
        chevronPosition="right"
        value={open}
        onChange={setOpen}
        classNames={{ item: classes.step, control: classes.stepControl }}
      >
        {steps.map((step, index) => (
          <Accordion.Item key={keyOf(step)} value={keyOf(step)}>
            <Accordion.Control>
              <Head step={step} number={index + 1} />
            </Accordion.Control>
            <Accordion.Panel>{open.includes(keyOf(step)) && <Body step={step} />}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}

function keyOf({ stepId, kind }: StepPlan): string {
  return `${stepId}/${kind}`;
}

function Head({ step, number }: { step: StepPlan; number: number }) {
  const most = step.constraints.reduce((sum, constraint) => sum + constraint.most, 0);
  const actions = step.actions.length > 0 ? step.actions.length : most;
  return (
    <div className={classes.stepHead}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div className={classes.stepName}>
        <Text fw={560}>
          {kindName(step.kind)}
          {actions > 1 && <span className={classes.times}> × {actions}</span>}
        </Text>
        <Text size="xs" c="dimmed">
          {kindPlace(step.kind)}
        </Text>
      </div>
      <Radius step={step} />
      <Group gap={6} className={classes.stepPills}>
        <Verdict verdict={step.verdict} />
        {step.reversible ? (
          <Pill tone="neutral">
            <IconArrowBackUp size={13} aria-hidden /> Can be undone
          </Pill>
        ) : (
          <Pill tone="medium">
            <IconLock size={13} aria-hidden /> Stays
          </Pill>
        )}
      </Group>
    </div>
  );
}

function Verdict({ verdict }: { verdict: StepPlan['verdict'] }) {
  if (verdict === 'NEEDS_APPROVAL') {
    return (
      <Pill tone="accent">
        <IconUserCheck size={13} aria-hidden /> Asks you
      </Pill>
    );
  }
  return verdict === 'PERMIT' ? (
    <Pill tone="good">
      <IconShieldCheck size={13} aria-hidden /> Permitted
    </Pill>
  ) : null;
}

/** How much of what is known it touches. */
function Radius({ step }: { step: StepPlan }) {
  if (step.actions.length === 0) {
    return <div className={classes.radius} />;
  }
  const touched = share(step);
  const text = touched.fleet === 0 ? `${touched.count}, fleet unknown` : `${touched.count} of ${touched.fleet}`;
  return (
    <div className={classes.radius}>
      <Text size="xs" className="tabular">
        touches {text}
      </Text>
      <Progress
        value={touched.share * 100}
        size={5}
        color={touched.share > 0.5 ? 'red' : touched.share > 0.2 ? 'orange' : 'iris'}
        aria-label={`touches ${text}`}
      />
    </div>
  );
}

function Body({ step }: { step: StepPlan }) {
  const [all, setAll] = useState(false);
  const shown = all ? step.actions : step.actions.slice(0, FEW);
  return (
    <Stack gap="md">
      <ul className={classes.actions}>
        {shown.map((action) => (
          <li key={JSON.stringify(action.dryRun.action)}>
            <Planned action={action} />
          </li>
        ))}
      </ul>
      {shown.length < step.actions.length && (
        <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
          Show all {step.actions.length}
        </Anchor>
      )}
      {step.constraints.map((constraint) => (
        <Bound key={JSON.stringify(constraint)} constraint={constraint} />
      ))}
    </Stack>
  );
}

function Planned({ action }: { action: PlannedAction }) {
  const { dryRun } = action;
  return (
    <div className={classes.action}>
      <Text size="sm">
        <Long text={dryRun.summary} />
      </Text>
      {dryRun.calls.map((call) => (
        <Call key={call} call={call} />
      ))}
      <Text size="xs" c="dimmed">
        Touches {action.blastRadius.basis}
      </Text>
      <Text size="xs" c={dryRun.inverse ? 'dimmed' : 'var(--acso-medium-fg)'}>
        {dryRun.inverse ? `Taken back by ${dryRun.inverse.kind}${given(dryRun.inverse.arguments)}` : 'Nothing takes it back'}
      </Text>
    </div>
  );
}

/** What is known only when the plan runs stays within this. */
function Bound({ constraint }: { constraint: Constraint }) {
  return (
    <div className={classes.action}>
      <Text size="sm">
        Later, when it is known what to act on: at most {count(constraint.most, 'action')} on {constraint.targetType}{' '}
        <Code>{constraint.target}</Code> in <Code>{constraint.scope}</Code>, touching {constraint.touches} at the most
        {constraint.reversible ? ', only what can be taken back' : ''}.
      </Text>
    </div>
  );
}

function given(values: Record<string, string>): string {
  const text = Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return text && ` (${text})`;
}
