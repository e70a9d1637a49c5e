import { ActionIcon, Button, Card, Group, Menu, NativeSelect, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useClipboard, useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconClock, IconLink, IconPlayerPlayFilled, IconSparkles, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { done } from '@/app/queries';
import { Editor } from '@/parts/editor/LazyEditor';
import { EmptyState, ErrorState, Lines } from '@/parts/States';
import { runQuery, schemaQuery } from './lake';
import { Columns } from './Columns';
import { examples, useRecentQueries, useSavedQueries } from './queries';
import classes from './QueryTab.module.css';
import { Results } from './Results';
import { lakeSql } from './sqlLanguage';

const NO_SCHEMA = { tables: [], functions: [] };

/** One query at a time; the one that was run last is in the address, to be passed on. */
export function QueryTab() {
  const [params, setParams] = useSearchParams();
  const linked = params.get('sql');
  const [kept, keep] = useLocalStorage({ key: 'acso.hunting.draft', defaultValue: examples[0]!.sql, getInitialValueInEffect: false });
  const [text, setText] = useState(linked ?? kept);
  const [rows, setRows] = useState(1_000);
  const { ran } = useRecentQueries();
  const schema = useQuery(schemaQuery);
  const language = useMemo(() => lakeSql(schema.data ?? NO_SCHEMA), [schema.data]);
  const query = useMutation({
    mutationFn: (sql: string) => runQuery(sql, rows),
    meta: { quiet: true },
  });
  const run = (sql: string) => {
    if (sql.trim() && !query.isPending) {
      setText(sql);
      keep(sql);
      ran(sql);
      setParams({ sql }, { replace: true });
      query.mutate(sql);
    }
  };
  useEffect(() => {
    if (linked) {
      query.mutate(linked);
    }
    // Once: a link that is opened shows its result.
  }, []);
  return (
    <div className={classes.layout}>
      <Stack miw={0}>
        <Card>
          <Editor label="SQL" hint="SELECT …" language={language} value={text} onChange={setText} onRun={() => run(text)} minHeight={150} maxHeight={420} />
          <Group justify="space-between" mt="sm" gap="xs">
            <Group gap="xs">
              <Tooltip label="Ctrl Enter, or ⌘ Enter">
                <Button leftSection={<IconPlayerPlayFilled size={14} aria-hidden />} loading={query.isPending} onClick={() => run(text)}>
                  Run
                </Button>
              </Tooltip>
              <NativeSelect
                aria-label="Rows at the most"
                data={[100, 1_000, 10_000].map((count) => ({ value: String(count), label: `${count.toLocaleString('en')} rows` }))}
                value={String(rows)}
                onChange={(event) => setRows(Number(event.currentTarget.value))}
              />
            </Group>
            <Group gap="xs">
              <Begin onPick={setText} />
              <Keep sql={text} onPick={setText} />
              <Share />
            </Group>
          </Group>
        </Card>
        <Answer query={query} />
      </Stack>
      <Columns schema={schema} />
    </div>
  );
}

function Answer({ query }: { query: { isPending: boolean; error: unknown; data?: Awaited<ReturnType<typeof runQuery>> } }) {
  if (query.isPending) {
    return (
      <Card>
        <Lines count={8} height={18} />
      </Card>
    );
  }
  if (query.error) {
    return <ErrorState error={query.error} />;
  }
  return query.data ? (
    <Results result={query.data} />
  ) : (
    <Card>
      <EmptyState icon={IconSparkles} title="Nothing asked yet" text="Write a query or begin with an example; Ctrl Enter runs it." />
    </Card>
  );
}

/** Examples, and what was run before. */
function Begin({ onPick }: { onPick: (sql: string) => void }) {
  const { recent } = useRecentQueries();
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconSparkles size={16} aria-hidden />}>
            Examples
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {examples.map(({ name, sql }) => (
            <Menu.Item key={name} onClick={() => onPick(sql)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {recent.length > 0 && (
        <Menu position="bottom-end" width={420}>
          <Menu.Target>
            <Tooltip label="Run before">
              <ActionIcon size={36} variant="default" aria-label="Run before">
                <IconClock size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            {recent.map((sql) => (
              <Menu.Item key={sql} onClick={() => onPick(sql)}>
                <Text size="xs" ff="monospace" lineClamp={2}>
                  {sql}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

/** Queries by name. */
function Keep({ sql, onPick }: { sql: string; onPick: (sql: string) => void }) {
  const { saved, keep, drop } = useSavedQueries();
  const [name, setName] = useState('');
  return (
    <Menu position="bottom-end" width={300} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
          Saved
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <form
          className={classes.keep}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) {
              keep({ name: name.trim(), sql });
              done('Kept in this browser', name.trim());
              setName('');
            }
          }}
        >
          <TextInput
            size="xs"
            flex={1}
            aria-label="Name for this query"
            placeholder="Name for this query"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
          />
          <Button size="xs" type="submit" disabled={!name.trim()}>
            Save
          </Button>
        </form>
        {saved.length > 0 && <Menu.Divider />}
        {saved.map((one) => (
          <Group key={one.name} gap={0} wrap="nowrap">
            <Menu.Item closeMenuOnClick onClick={() => onPick(one.sql)}>
              {one.name}
            </Menu.Item>
            <ActionIcon color="red" onClick={() => drop(one.name)} aria-label={`Drop ${one.name}`}>
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Share() {
  const clipboard = useClipboard();
  const [params] = useSearchParams();
  return (
    <Tooltip label={clipboard.copied ? 'Copied' : 'Copy a link to the query that was run'}>
      <ActionIcon
        size={36}
        variant="default"
        disabled={!params.has('sql')}
        onClick={() => clipboard.copy(window.location.href)}
        aria-label="Copy a link"
      >
        <IconLink size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
