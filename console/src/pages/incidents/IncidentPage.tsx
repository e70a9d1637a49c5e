import { CopyButton, Skeleton, Stack, Tabs, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Page } from '@/parts/Page';
import { EmptyState, ErrorState, Lines } from '@/parts/States';
import { Pill, Severity, Status } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Callout } from './Callout';
import { Commands } from './Commands';
import { Discussion } from './Discussion';
import { shortName } from './entityGraph';
import { EvidenceList } from './EvidenceList';
import { Findings } from './Findings';
import { KeyFacts } from './KeyFacts';
import { incidentQuery, type Read } from './queries';
import { ResponseTab } from './ResponseTab';
import { StoryTab } from './StoryTab';
import classes from './incident.module.css';

const Graph = lazy(() => import('./GraphTab'));
const Report = lazy(() => import('./ReportTab'));

export function IncidentPage() {
  const { id = '' } = useParams();
  const incident = useQuery(incidentQuery(id));
  if (incident.data) {
    return <Shown read={incident.data} />;
  }
  return incident.isPending ? (
    <Outline />
  ) : (
    <Page title="Incident" above={[['Incidents', '/incidents']]}>
      <ErrorState error={incident.error} retry={() => void incident.refetch()} />
    </Page>
  );
}

interface Tab {
  value: string;
  name: string;
  count?: number;
  content: ReactNode;
}

function Shown({ read }: { read: Read }) {
  const { incident } = read;
  const { tab = 'story' } = useParams();
  const navigate = useNavigate();
  const tabs: Tab[] = [
    { value: 'story', name: 'Story', content: <StoryTab read={read} /> },
    { value: 'graph', name: 'Graph', content: <Graph id={incident.id} /> },
    { value: 'findings', name: 'Findings', count: incident.findings, content: <Findings id={incident.id} /> },
    { value: 'response', name: 'Response', count: read.actions.length, content: <ResponseTab read={read} /> },
    { value: 'evidence', name: 'Evidence', count: read.evidence.length, content: <EvidenceList read={read} /> },
    { value: 'discussion', name: 'Discussion', content: <Discussion id={incident.id} /> },
    { value: 'report', name: 'Report', content: read.report ? <Report id={incident.id} /> : <NoReport /> },
  ];
  const list = useRef<HTMLDivElement>(null);
  // An address that is old or mistyped shows the case all the same.
  const here = tabs.some((one) => one.value === tab) ? tab : 'story';
  useEffect(() => {
    // On a phone not all tabs are in sight.
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    list.current?.scrollTo({ left: (chosen?.offsetLeft ?? 0) - 48 });
  }, [here]);
  return (
    <Page
      title={incident.title}
      above={[['Incidents', '/incidents']]}
      lead={<Lead read={read} />}
      actions={<Commands read={read} />}
    >
      <Stack gap="md">
        <Callout read={read} />
        <KeyFacts read={read} />
        <Tabs
          value={here}
          onChange={(next) => void navigate(`/incidents/${incident.id}${next === 'story' ? '' : `/${next}`}`, { replace: true })}
          keepMounted={false}
        >
          <Tabs.List className={classes.tabs} ref={list}>
            {tabs.map((one) => (
              <Tabs.Tab key={one.value} value={one.value}>
                {one.name}
                {one.count !== undefined && <span className={classes.count}>{one.count}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((one) => (
            <Tabs.Panel key={one.value} value={one.value} pt="md">
              <Suspense fallback={<Lines count={8} height={28} />}>{one.content}</Suspense>
            </Tabs.Panel>
          ))}
        </Tabs>
      </Stack>
    </Page>
  );
}

function NoReport() {
  return (
    <EmptyState
      icon={IconReport}
      title="The report is not written yet"
      text="It is written when the response has ended: what happened, what was decided and done, the evidence and the cost."
    />
  );
}

function Lead({ read }: { read: Read }) {
  const { incident } = read;
  return (
    <span className={classes.lead}>
      <Severity value={incident.severity} />
      <Pill tone="neutral">{incident.priority}</Pill>
      <Status value={incident.status} />
      {incident.about && (
        <Text span size="sm" className={classes.about}>
          about <b>{shortName(incident.about)}</b>
        </Text>
      )}
      <Text span size="sm">
        opened <When at={incident.opened} />
        {incident.assignee ? `, with ${incident.assignee.replace('person:', '')}` : ', with nobody'}
      </Text>
      <CopyButton value={incident.id}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy the id'}>
            <UnstyledButton className={classes.id} onClick={copy} aria-label={`Copy the id ${incident.id}`}>
              {incident.id}
            </UnstyledButton>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}

function Outline() {
  return (
    <Page
      title="Incident"
      heading={<Skeleton h={28} w={360} maw="80%" />}
      above={[['Incidents', '/incidents']]}
      lead={<Skeleton h={22} mt={6} w={560} maw="100%" />}
    >
      <Stack gap="md">
        <Skeleton h={86} radius="lg" />
        <Skeleton h={34} w={520} maw="100%" />
        <div className={classes.story}>
          <Skeleton h={300} radius="lg" />
          <Stack gap="md">
            <Skeleton h={116} radius="lg" />
            <Skeleton h={150} radius="lg" />
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}
