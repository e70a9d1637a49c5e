import { Button, Grid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { Editor } from '@/parts/editor/LazyEditor';
import { Page } from '@/parts/Page';
import { ErrorState, Lines } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { draft } from './draft';
import { checkQuery, ruleQuery } from './rules';
import { sigma } from './sigmaLanguage';
import { TryRule } from './TryRule';

/** Writes a Sigma rule, from nothing, from a rule in use or from an event, and tries it on what happened lately. */
export default function DraftPage() {
  const [params] = useSearchParams();
  const { state } = useLocation() as { state: { record?: Record<string, unknown> } | null };
  const from = params.get('from');
  const rule = useQuery({ ...ruleQuery(from ?? ''), enabled: from !== null });
  const [fresh] = useState(() => draft(state?.record ?? {}, crypto.randomUUID(), new Date().toISOString().slice(0, 10)));
  if (from !== null && !rule.data) {
    return <Page title="Rule">{rule.error ? <ErrorState error={rule.error} /> : <Lines count={12} />}</Page>;
  }
  return <Written first={rule.data?.yaml ?? fresh} />;
}

function Written({ first }: { first: string }) {
  const [text, setText] = useState(first);
  const [settled] = useDebouncedValue(text, 400);
  const client = useQueryClient();
  const may = useMay();
  const language = useMemo(() => sigma((yaml) => client.fetchQuery(checkQuery(yaml))), [client]);
  const check = useQuery(checkQuery(settled));
  const sound = check.data !== undefined && check.data.failures.length === 0;
  return (
    <Page
      title="A rule to try"
      above={[['Hunting', '/hunting'], ['Rules', '/hunting/rules']]}
      lead="Sigma. To use it, put the file below rules in the platform's content directory; it is taken up without a restart."
      actions={
        <>
          {check.data && (sound ? <Pill tone="good">It compiles</Pill> : <Pill tone="critical">It does not compile</Pill>)}
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => save(text)}>
            Download
          </Button>
        </>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Editor label="The rule's text" language={language} value={text} onChange={setText} minHeight={420} maxHeight={720} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            {check.data?.failures.map(({ line, error }) => (
              <Text key={error} size="sm" c="var(--acso-critical-fg)">
                Line {line}: {error}
              </Text>
            ))}
            {check.error && <ErrorState error={check.error} />}
            {may('lake.query') && <TryRule key={settled} wish={{ yaml: settled }} disabled={!sound} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rule.yml';
  link.click();
  URL.revokeObjectURL(address);
}
