import { Alert, Anchor, CopyButton, Group, Skeleton, Stack, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Lines, Loaded } from '@/parts/States';
import { Severity, Status, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { who } from '@/parts/who';
import { shortName } from '../incidents/entityGraph';
import { incidentQuery } from '../incidents/queries';
import { AnswerBar } from './AnswerBar';
import { count } from '@/parts/words';
import classes from './approvals.module.css';
import type { ExecutionDetail, Plan } from '../incidents/types';
import { kindName, said, steps } from './plan';
import { PlanSteps } from './PlanSteps';
import { type Asked, approvalQuery, planningQuery } from './queries';
import { effectOf, TakesBack } from './TakesBack';
import { TimeLeft } from './TimeLeft';
import { Policies, Why } from './Why';

export function ApprovalView({ id }: { id: string }) {
  const approval = useQuery(approvalQuery(id));
  const [search] = useSearchParams();
  return (
    <>
      <Anchor component={Link} to={{ pathname: '/approvals', search: search.toString() }} className={classes.back} size="sm">
        <IconArrowLeft size={16} aria-hidden /> All approvals
      </Anchor>
      <Loaded query={approval} skeleton={<Waiting />}>
        {(asked) => <Question asked={asked} />}
      </Loaded>
    </>
  );
}

function Question({ asked }: { asked: Asked }) {
  const { approval, plan } = asked;
  const about = useQuery({ ...incidentQuery(approval.subject), enabled: approval.subject.startsWith('inc-') });
  const planning = useQuery(planningQuery(plan.executionId));
  const incident = about.data?.incident;
  const inOrder = steps(plan, planning.data?.decisions ?? []);
  const pending = approval.status === 'PENDING';
  const actor = incident?.about;
  const undoes = effectOf(plan);
  return (
    <article className={classes.question}>
      <header className={classes.head}>
        <Group gap={6}>
          {incident && <Severity value={incident.severity} />}
          {pending ? <TimeLeft from={approval.requested} until={approval.expires} long /> : <Status value={approval.status} />}
        </Group>
        <Title order={2} className={classes.title}>
          {undoes || planning.data ? named(plan, planning.data) : <Skeleton h={22} w={280} component="span" display="inline-block" />}
        </Title>
        {incident && (
          <Text size="sm" c="dimmed">
            for{' '}
            <Anchor component={Link} to={`/incidents/${incident.id}`} inherit>
              {incident.title}
            </Anchor>
            {actor && ` by ${shortName(actor)}`}
          </Text>
        )}
      </header>
      <Facts asked={asked} reversible={inOrder.every((step) => step.reversible)} />
      {!pending && <Outcome asked={asked} />}
      {undoes && <TakesBack effect={undoes} incident={about.data !== undefined} />}
      {about.data && !undoes && <Why read={about.data} />}
      {about.isLoading && !undoes && <Skeleton h={152} radius="lg" />}
      <PlanSteps steps={inOrder} />
      {planning.isSuccess && <Policies policies={said(inOrder)} otherwise={approval.why} />}
      {!undoes && <LeftOut left={planning.data?.leftOut ?? []} />}
      {pending && <AnswerBar asked={asked} />}
    </article>
  );
}

function Facts({ asked, reversible }: { asked: Asked; reversible: boolean }) {
  const { approval, plan, terms, votes } = asked;
  const undo = plan.actions.filter((action) => action.dryRun.inverse !== undefined).length;
  return (
    <dl className={classes.facts}>
      <Fact name="Asked by">
        {who(asked.requestedBy)}, <When at={approval.requested} />
      </Fact>
      {asked.involved.length > 0 && <Fact name="Wanted by">{asked.involved.map(who).join(', ')}</Fact>}
      <Fact name="Plan">
        {count(plan.actions.length, 'action')}
        {plan.constraints.length > 0 && `, ${count(plan.constraints.length, 'bound')} on what is known later`}
      </Fact>
      <Fact name="Can be taken back">{reversible ? 'all of it' : `${undo} of ${plan.actions.length}`}</Fact>
      <Fact name="Takes">
        {terms.quorum === 1 ? 'one person' : `${terms.quorum} people (${votes.filter((vote) => vote.approve).length} so far)`}
        {terms.assurance !== 'TOKEN' && `, with ${words(terms.assurance).toLowerCase()}`}
      </Fact>
      {asked.groups.length > 0 && <Fact name="Who may answer">{asked.groups.join(', ')}</Fact>}
      <Fact name="Plan hash">
        <CopyButton value={asked.planHash}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy the whole hash: an answer counts for this plan only'}>
              <UnstyledButton onClick={copy} className={classes.hash}>
                {asked.planHash.slice(0, 12)}
              </UnstyledButton>
            </Tooltip>
          )}
        </CopyButton>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Outcome({ asked }: { asked: Asked }) {
  const { approval, votes } = asked;
  return (
    <Alert
      color={approval.status === 'APPROVED' ? 'teal' : 'gray'}
      variant="light"
      icon={<IconInfoCircle aria-hidden />}
      title={words(approval.status)}
    >
      {votes.length === 0 && <Text size="sm">Nobody answered in time, or the plan was replaced by another.</Text>}
      <Stack gap={6}>
        {votes.map((vote) => (
          <Text size="sm" key={`${vote.by}${vote.at}`}>
            {who(vote.by)} said {vote.approve ? 'yes' : 'no'} <When at={vote.at} />
            {vote.onBehalfOf && ` on behalf of ${who(vote.onBehalfOf)}`}
            {vote.remark && `: “${vote.remark}”`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

/** After its playbook, or, when it takes back what that did, after what it does. */
function named(plan: Plan, run: ExecutionDetail | undefined): string {
  const first = plan.actions[0];
  return effectOf(plan) && first
    ? `Undo: ${kindName(first.dryRun.action.kind).toLowerCase()}`
    : (run?.execution.playbookName ?? plan.playbookId);
}

function LeftOut({ left }: { left: { kind: string; target: string; why: string }[] }) {
  return left.length === 0 ? null : (
    <Alert color="yellow" variant="light" title={`${count(left.length, 'action')} of the playbook cannot be done and would be left out`}>
      <Stack gap={6}>
        {left.map((one) => (
          <Text size="sm" key={one.kind + one.target}>
            {one.kind} on {one.target}: {one.why}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

function Waiting() {
  return (
    <Stack gap="lg">
      <Skeleton h={28} w="60%" />
      <Skeleton h={120} />
      <Lines count={6} height={44} />
    </Stack>
  );
}
