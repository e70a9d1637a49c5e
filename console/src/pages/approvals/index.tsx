import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { Route, Routes, useParams, useSearchParams } from 'react-router';
import { Page } from '@/parts/Page';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { ApprovalList } from './ApprovalList';
import { ApprovalView } from './ApprovalView';
import classes from './approvals.module.css';
import { approvalsQuery } from './queries';

/** The questions stand beside the one that is read, which is the newest unless another is chosen; on a phone, before it. */
export default function Approvals() {
  return (
    <Routes>
      <Route index element={<Questions />} />
      <Route path=":id" element={<Questions />} />
    </Routes>
  );
}

function Questions() {
  const { id } = useParams();
  const list = useQuery(approvalsQuery);
  const waiting = list.data?.items.filter((one) => one.status === 'PENDING').length;
  const [search] = useSearchParams();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const first = list.data?.items.find((one) => one.status === 'PENDING')?.id;
  const open = id ?? (wide && search.get('show') !== 'answered' ? first : undefined);
  const title = waiting ? `Approvals (${waiting})` : 'Approvals';
  return (
    <Page title={title} heading="Approvals" lead="What agents may do only when a person says so.">
      <div className={classes.split} data-open={id !== undefined || undefined}>
        <nav className={classes.list} aria-label="Approvals">
          <Loaded query={list} skeleton={<Lines count={6} height={64} />}>
            {(page) => <ApprovalList approvals={page.items} open={open} />}
          </Loaded>
        </nav>
        <div className={classes.view}>{open ? <ApprovalView key={open} id={open} /> : waiting === undefined ? <Skeleton h={320} radius="lg" /> : <NoneChosen waiting={waiting} />}</div>
      </div>
    </Page>
  );
}

function NoneChosen({ waiting }: { waiting: number }) {
  return (
    <div className={classes.none}>
      <EmptyState
        icon={IconChecklist}
        title={waiting === 0 ? 'Nothing waits for an answer' : 'Choose what to look at'}
        text={
          waiting === 0
            ? 'When an agent wants to do what a policy lets it do only with a person’s approval, the question appears here.'
            : 'Each question is about one exact plan: what would be called, what it touches, and how it is taken back.'
        }
      />
    </div>
  );
}
