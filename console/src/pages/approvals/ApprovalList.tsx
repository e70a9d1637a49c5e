import { SegmentedControl, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Severity, Status } from '@/parts/Tone';
import { When } from '@/parts/When';
import { count } from '@/parts/words';
import { shortName } from '../incidents/entityGraph';
import { incidentQuery } from '../incidents/queries';
import classes from './approvals.module.css';
import type { ApprovalSummary } from './queries';
import { TimeLeft } from './TimeLeft';

export function ApprovalList({ approvals, open }: { approvals: ApprovalSummary[]; open: string | undefined }) {
  const [search, setSearch] = useSearchParams();
  const answered = search.get('show') === 'answered';
  const waiting = approvals.filter((one) => one.status === 'PENDING');
  const shown = answered ? approvals.filter((one) => one.status !== 'PENDING') : waiting;
  const navigate = useNavigate();
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);
  const step = (by: number) => {
    const to = shown[Math.max(0, shown.findIndex((one) => one.id === open) + by)];
    if (to && !document.querySelector('[role="dialog"]')) {
      void navigate({ pathname: `/approvals/${to.id}`, search: search.toString() }, { replace: true });
    }
  };
  return (
    <>
      <SegmentedControl
        fullWidth
        mb="sm"
        aria-label="Which approvals"
        value={answered ? 'answered' : 'waiting'}
        onChange={(show) => setSearch(show === 'answered' ? { show } : {}, { replace: true })}
        data={[
          { value: 'waiting', label: `Waiting (${waiting.length})` },
          { value: 'answered', label: 'Answered' },
        ]}
      />
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" ta="center" py="md">
          {answered ? 'Nothing was answered yet' : 'Nothing waits'}
        </Text>
      ) : (
        <ul className={classes.items}>
          {shown.map((approval) => (
            <li key={approval.id}>
              <Item approval={approval} open={approval.id === open} search={search.toString()} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ approval, open, search }: { approval: ApprovalSummary; open: boolean; search: string }) {
  const pending = approval.status === 'PENDING';
  const about = useQuery({ ...incidentQuery(approval.subject), enabled: approval.subject.startsWith('inc-'), refetchInterval: false });
  const incident = about.data?.incident;
  return (
    <Link to={{ pathname: `/approvals/${approval.id}`, search }} className={classes.item} aria-current={open ? 'page' : undefined}>
      <span className={classes.top}>
        {incident ? <Severity value={incident.severity} /> : <span className={classes.waitingPill} />}
        {pending ? (
          <TimeLeft from={approval.requested} until={approval.expires} />
        ) : (
          <Status value={approval.status} />
        )}
      </span>
      <Text component="span" className={classes.itemTitle} fw={560} lineClamp={2}>
        {incident?.title ?? 'A run that a person asked for'}
      </Text>
      {incident?.about && (
        <Text component="span" size="xs" c="dimmed" truncate>
          {shortName(incident.about)}
        </Text>
      )}
      <Text component="span" size="xs" c="dimmed">
        {count(approval.actions, 'action')} · asked <When at={approval.requested} />
      </Text>
    </Link>
  );
}
