import { Alert, Button, SegmentedControl, Stack } from '@mantine/core';
import { IconAlertTriangle, IconFlask, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { Facts } from '@/parts/Facts';
import { Json } from '@/parts/Json';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { words } from '@/parts/Tone';
import { isPlaybook } from './documents';
import { type PlaybookDetail, playbookQuery } from './playbooks';
import { RunDialog } from './RunDialog';
import { Runs } from './Runs';

const PlaybookGraph = lazy(() => import('./PlaybookGraph'));

export function PlaybookPage() {
  const { id = '' } = useParams();
  const query = useQuery(playbookQuery(id));
  const may = useMay();
  const [asked, setAsked] = useState(false);
  return (
    <Page
      title={query.data?.playbook.name ?? 'Playbook'}
      above={[['Playbooks', '/playbooks']]}
      lead={query.data?.playbook.description}
      actions={
        query.data && (
          <>
            {may('playbook.check') && (
              <Button component={Link} to={`/playbooks/editor?from=${encodeURIComponent(id)}`} variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
                Edit a copy
              </Button>
            )}
            {may('playbook.run') && (
              <Button leftSection={<IconFlask size={16} aria-hidden />} onClick={() => setAsked(true)}>
                Dry run
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Lines count={12} />}>
        {(found) => (
          <>
            <Content of={found} />
            {asked && <RunDialog of={id} variables={found.variables} onClose={() => setAsked(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Content({ of }: { of: PlaybookDetail }) {
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') ?? 'steps';
  return (
    <Stack gap="lg">
      {of.refusals.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title="It cannot run here">
          {of.refusals.map(({ pointer, message }) => (
            <div key={pointer + message}>
              {pointer}: {message}
            </div>
          ))}
        </Alert>
      )}
      <SegmentedControl
        w="fit-content"
        aria-label="What is shown"
        value={shown}
        onChange={(show) => setParams({ show }, { replace: true })}
        data={[
          { value: 'steps', label: 'Steps' },
          { value: 'about', label: 'About' },
          { value: 'runs', label: 'Runs' },
          { value: 'document', label: 'Document' },
        ]}
      />
      {shown === 'steps' && isPlaybook(of.document) && (
        <Panel title="Steps" flush>
          <Suspense fallback={<Lines count={10} />}>
            <PlaybookGraph document={of.document} />
          </Suspense>
        </Panel>
      )}
      {shown === 'about' && <About of={of} />}
      {shown === 'runs' && <Runs playbook={of.playbook.id} />}
      {shown === 'document' && (
        <Panel title="CACAO document" flush>
          <Json label="The playbook's document" value={of.document} />
        </Panel>
      )}
    </Stack>
  );
}

function About({ of: { playbook, variables } }: { of: PlaybookDetail }) {
  const fits = playbook.fits;
  return (
    <Stack gap="lg">
      <Panel title="When it is chosen">
        <Facts
          facts={
            fits
              ? [
                  ['Severity', `${words(fits.minimumSeverity)} or above`],
                  ['Tactics, one of', fits.tactics.map(words).join(', ') || 'any'],
                  ['Needs', fits.needsVariables.map(words).join(', ')],
                  ['Needs one of', fits.needsOneOf.map(words).join(', ')],
                  ['Priority', fits.priority],
                ]
              : [['', 'It is run by hand only.']]
          }
        />
      </Panel>
      <Panel title="Variables">
        <Facts
          facts={Object.values(variables).map((variable) => [
            variable.name,
            `${variable.description} ${variable.external ? '(given from outside)' : ''}`,
          ])}
        />
      </Panel>
      <Panel title="Identity">
        <Facts
          facts={[
            ['Id', playbook.id],
            ['Hash', playbook.hash],
            ['Kinds', playbook.types.join(', ')],
            ['Labels', playbook.labels.join(', ')],
          ]}
        />
      </Panel>
    </Stack>
  );
}
