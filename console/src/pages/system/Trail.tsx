import { Anchor, Button, Code, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconHistoryOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { brief, type Entry, gist, idName, place, toneOf, trailQuery, type TrailWish, words } from './trail';
import classes from './Trail.module.css';

/** Entries of the ledger, the newest first; what an entry says beyond its line opens below it. */
export function Trail({ wish, limit, detail = Facts, empty }: {
  wish: TrailWish;
  limit?: number;
  detail?: (entry: Entry) => ReactNode;
  empty?: string;
}) {
  const query = useInfiniteQuery({ ...trailQuery(wish, limit), refetchInterval: 15_000 });
  return (
    <Loaded query={query} skeleton={<Lines count={limit ?? 12} height={20} />}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.items);
        return entries.length === 0 && !query.hasNextPage ? (
          <EmptyState icon={IconHistoryOff} title="No entries" text={empty ?? 'Nothing in the ledger fits these filters.'} />
        ) : (
          <Stack gap="sm">
            <ul className={classes.trail}>
              {entries.map((entry) => (
                <Line key={entry.index} entry={entry} beside={wish.who ? entry.subject : entry.who} detail={detail} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button
                variant="default"
                w="fit-content"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Earlier entries
              </Button>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** `beside`: who it was, or where that is known already, what it was about. */
function Line({ entry, beside, detail }: { entry: Entry; beside: string; detail: (entry: Entry) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = `entry-${entry.index}`;
  return (
    <li className={classes.entry}>
      <UnstyledButton className={classes.line} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} className={classes.chevron} data-open={open || undefined} aria-hidden />
        <span className={classes.kind}>
          <span className={classes.dot} data-tone={toneOf(entry.kind)} aria-hidden />
          <Text span size="sm" fw={560}>
            {words(entry.kind)}
          </Text>
          <Text span size="sm" c="dimmed" ml={10}>
            {gist(entry)}
          </Text>
        </span>
        <Text span size="sm" c="dimmed" className={classes.who} title={beside}>
          {idName(beside)}
        </Text>
        <Text span size="xs" c="dimmed" className={classes.when}>
          <When at={entry.time} />
        </Text>
      </UnstyledButton>
      {open && (
        <Stack id={id} gap="sm" className={classes.detail}>
          <Group gap="lg" wrap="wrap">
            <Named name="Subject" id={entry.subject} />
            {entry.correlationId !== entry.subject && <Named name="Belongs to" id={entry.correlationId} />}
            <Text size="xs" c="dimmed">
              Entry {entry.index}
            </Text>
          </Group>
          {detail(entry)}
        </Stack>
      )}
    </li>
  );
}

function Named({ name, id }: { name: string; id: string }) {
  const page = place(id);
  return (
    <Text size="xs" c="dimmed">
      {name}{' '}
      {page ? (
        <Anchor component={Link} to={page} size="xs" ff="monospace" title={id}>
          {brief(id, 34)}
        </Anchor>
      ) : (
        <Code title={id}>{brief(id, 34)}</Code>
      )}
    </Text>
  );
}

/** What an entry says of itself, as name and value. */
export function Facts({ facts }: Entry) {
  const rows = Object.entries(facts);
  return rows.length === 0 ? (
    <Text size="sm" c="dimmed">
      It says no more than this.
    </Text>
  ) : (
    <Table withRowBorders={false} verticalSpacing={3} className={classes.facts}>
      <Table.Tbody>
        {rows.sort(([a], [b]) => a.localeCompare(b)).map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{words(name)}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
