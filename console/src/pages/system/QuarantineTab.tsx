import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '@/app/queries';
import { get, post, type Schemas } from '@/api/client';
import { useMay } from '@/api/session';
import { PageActions } from '@/parts/Page';
import { EmptyState, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { capital } from '@/parts/words';
import { plainly } from '../incidents/names';
import { bytes } from './health';
import classes from './DeadLetters.module.css';

type Quarantined = Schemas['QuarantinedBody'];

const quarantineQuery = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ pageParam, signal }) =>
    get('/api/v1/quarantine', { params: { query: { cursor: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

export function QuarantineTab() {
  const query = useInfiniteQuery(quarantineQuery);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const records = pages.flatMap((page) => page.items);
        return records.length === 0 ? (
          <EmptyState icon={IconCircleCheck} title="Everything could be read" text="A record that no format understands is kept here, and can be tried again after the format was mended." />
        ) : (
          <Stack>
            <PageActions>
              <Retry id="all" text="Try all again" />
            </PageActions>
            <Paper>
              <ul className={classes.letters}>
                {records.map((record) => (
                  <li key={record.id} className={classes.letter}>
                    <Record of={record} />
                  </li>
                ))}
              </ul>
            </Paper>
            {query.hasNextPage && (
              <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                More
              </Button>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Record({ of }: { of: Quarantined }) {
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={560}>
          {capital(of.reason)}
        </Text>
        <Retry id={of.id} text="Try again" />
      </Group>
      <Text size="xs" c="dimmed">
        {plainly(of.origin)}, {bytes(of.size)}, <When at={of.time} />
      </Text>
      <Code block tabIndex={0} aria-label="As it came">
        {of.excerpt}
      </Code>
    </Stack>
  );
}

function Retry({ id, text }: { id: string; text: string }) {
  const client = useQueryClient();
  const may = useMay();
  const replay = useMutation({
    mutationFn: () => post('/api/v1/quarantine/{id}/replay', { params: { path: { id } } }),
    onSuccess: ({ accepted, quarantined }) => done(`${accepted} could be read`, quarantined > 0 ? `${quarantined} still could not` : undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['quarantine'] }),
  });
  return (
    may('quarantine.replay') && (
      <Button
        size={id === 'all' ? undefined : 'xs'}
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={replay.isPending}
        onClick={() => replay.mutate()}
      >
        {text}
      </Button>
    )
  );
}
