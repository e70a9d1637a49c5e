import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useLocalStorage } from '@mantine/hooks';
import { IconDownload, IconFlask } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { Editor } from '@/parts/editor/LazyEditor';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { EmptyState, ErrorState, Lines } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import type { PlaybookDocument } from '../incidents/types';
import { cacao } from './cacaoLanguage';
import { begin, isPlaybook } from './documents';
import PlaybookGraph from './PlaybookGraph';
import { checkQuery, playbookQuery, type Trouble } from './playbooks';
import classes from './playbooks.module.css';
import { RunDialog } from './RunDialog';
import { declared } from './variables';

/** Writes a playbook with help, sees it drawn and checked, and tries it before anybody uses it. */
export default function EditorPage() {
  const [params] = useSearchParams();
  const from = params.get('from');
  const template = useQuery({ ...playbookQuery(from ?? ''), enabled: from !== null });
  const [kept, keep] = useLocalStorage({ key: `acso.playbook.${from ?? 'new'}`, defaultValue: '', getInitialValueInEffect: false });
  const original = useMemo(
    () => (from === null ? begin() : template.data && JSON.stringify(template.data.document, null, 2)),
    [from, template.data],
  );
  if (original === undefined) {
    return <Page title="Editor">{template.error ? <ErrorState error={template.error} /> : <Lines count={12} />}</Page>;
  }
  return <Written key={from} text={kept || original} original={original} onKeep={(text) => keep(text === original ? '' : text)} />;
}

function Written({ text: first, original, onKeep }: { text: string; original: string; onKeep: (text: string) => void }) {
  const [text, setText] = useState(first);
  const [settled] = useDebouncedValue(text, 500);
  const [shown, setShown] = useState('graph');
  const [running, setRunning] = useState(false);
  const document = useWellFormed(settled);
  const client = useQueryClient();
  const known = useRef(first);
  if (document) {
    known.current = settled;
  }
  const language = useMemo(() => cacao(() => known.current, (now) => client.fetchQuery(checkQuery(now))), [client]);
  const check = useQuery({ ...checkQuery(settled), enabled: document !== undefined });
  const may = useMay();
  useEffect(() => onKeep(settled), [settled]);
  const sound = document !== undefined && check.data?.valid === true;
  return (
    <Page
      title={document?.name || 'New playbook'}
      above={[['Playbooks', '/playbooks']]}
      lead="What you write stays in this browser. To use it, put the file below playbooks in the platform's content directory."
      actions={
        <>
          <State valid={document ? check.data?.valid : false} />
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => save(document?.name ?? 'playbook', text)}>
            Download
          </Button>
          {may('playbook.run') && (
            <Button leftSection={<IconFlask size={16} aria-hidden />} disabled={!sound || check.data?.refusals.length !== 0} onClick={() => setRunning(true)}>
              Dry run
            </Button>
          )}
        </>
      }
    >
      <div className={classes.editor}>
        <Stack gap="xs" miw={0}>
          <Editor label="The playbook's document" language={language} value={text} onChange={setText} minHeight={420} maxHeight={720} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              Ctrl Space offers what may stand here.
            </Text>
            {text !== original && (
              <Button size="compact-xs" variant="subtle" onClick={() => setText(original)}>
                Begin anew
              </Button>
            )}
          </Group>
        </Stack>
        <Stack gap="sm" miw={0}>
          <SegmentedControl
            w="fit-content"
            aria-label="What is shown"
            value={shown}
            onChange={setShown}
            data={[
              { value: 'graph', label: 'Graph' },
              { value: 'problems', label: `Problems (${(check.data?.problems.length ?? 0) + (check.data?.refusals.length ?? 0)})` },
            ]}
          />
          {shown === 'graph' ? <Drawn document={document} /> : <Problems problems={check.data?.problems ?? []} refusals={check.data?.refusals ?? []} />}
        </Stack>
      </div>
      {running && document && <RunDialog of={document} variables={declared(document)} onClose={() => setRunning(false)} />}
    </Page>
  );
}

/** The document as it was last well-formed enough to draw; nothing while it never was. */
function useWellFormed(text: string): PlaybookDocument | undefined {
  return useMemo(() => {
    try {
      const value: unknown = JSON.parse(text);
      return isPlaybook(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }, [text]);
}

function State({ valid }: { valid: boolean | undefined }) {
  if (valid === undefined) {
    return null;
  }
  return valid ? <Pill tone="good">Valid CACAO 2.0</Pill> : <Pill tone="critical">Not valid yet</Pill>;
}

function Drawn({ document }: { document: PlaybookDocument | undefined }) {
  return (
    <Panel title="Steps" flush>
      {document ? (
        <PlaybookGraph document={document} height={640} beside={false} />
      ) : (
        <EmptyState title="Nothing to draw" text="The text is no CACAO document yet; the editor marks where it breaks." />
      )}
    </Panel>
  );
}

function Problems({ problems, refusals }: { problems: Trouble[]; refusals: Trouble[] }) {
  const all = [...problems.map((one) => ['critical', one] as const), ...refusals.map((one) => ['medium', one] as const)];
  return (
    <Panel title="Problems">
      {all.length === 0 ? (
        <EmptyState title="None" text="The platform checked structure, references, reachability, circles and variables." />
      ) : (
        <ul className={classes.problems}>
          {all.map(([tone, { pointer, message }]) => (
            <li key={pointer + message}>
              <Pill tone={tone}>{pointer || '/'}</Pill>
              <Text size="sm" mt={4}>
                {message}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
