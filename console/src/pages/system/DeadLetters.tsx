import { Button, Checkbox, Code, Collapse, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconMailOff, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { EmptyState, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { Confirm } from './Confirm';
import classes from './DeadLetters.module.css';
import { type DeadLetter, deadLettersQuery, type Deed, queuesQuery, useDeadLetters } from './queues';
import { words } from './trail';

/** What was given up in one queue, with why, and the ways out. */
export function DeadLetters() {
  const { name = '' } = useParams();
  const query = useInfiniteQuery(deadLettersQuery(name));
  const queues = useQuery(queuesQuery);
  const [chosen, setChosen] = useState<string[]>([]);
  const letters = query.data?.pages.flatMap((page) => page.items) ?? [];
  const here = chosen.filter((id) => letters.some((letter) => letter.id === id));
  const all = queues.data?.find((queue) => queue.name === name)?.dead ?? letters.length;
  return (
    <Page
      title={words(name)}
      above={[['System', '/system'], ['Queues', '/system/queues']]}
      lead="Messages that were given up. Put back, they are tried anew; mend the cause first."
      actions={letters.length > 0 && <Deeds queue={name} chosen={here} all={all} onDone={() => setChosen([])} />}
    >
      <Loaded query={query}>
        {() =>
          letters.length === 0 ? (
            <EmptyState icon={IconMailOff} title="Nothing was given up" text="Messages come here when every attempt failed." />
          ) : (
            <Stack>
              <Paper>
                <ul className={classes.letters}>
                  {letters.map((letter) => (
                    <Letter
                      key={letter.id}
                      letter={letter}
                      chosen={here.includes(letter.id)}
                      onChoose={(on) => setChosen(on ? [...here, letter.id] : here.filter((id) => id !== letter.id))}
                    />
                  ))}
                </ul>
              </Paper>
              {query.hasNextPage && (
                <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  More
                </Button>
              )}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function Letter({ letter, chosen, onChoose }: {
  letter: DeadLetter;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.letter}>
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <Checkbox
          mt={2}
          aria-label={`Choose ${letter.id}`}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <UnstyledButton flex={1} miw={0} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={560}>
              {words(letter.type)}
            </Text>
            <Text size="xs" c="dimmed">
              given up <When at={letter.since} /> after {letter.attempts} {letter.attempts === 1 ? 'attempt' : 'attempts'}
            </Text>
          </Group>
          <Text size="sm" c="dimmed" className={classes.cause} data-open={open || undefined}>
            {letter.cause}
          </Text>
        </UnstyledButton>
      </Group>
      <Collapse expanded={open}>
        <Stack gap="xs" className={classes.body}>
          <Text size="xs" c="dimmed">
            Message <Code>{letter.id}</Code> belongs to <Code>{letter.correlationId}</Code>, sent <When at={letter.sent} />
          </Text>
          <Code block tabIndex={0} aria-label="The message">
            {JSON.stringify(letter.body, null, 2)}
          </Code>
        </Stack>
      </Collapse>
    </li>
  );
}

function Deeds({ queue, chosen, all, onDone }: { queue: string; chosen: string[]; all: number; onDone: () => void }) {
  const [deed, setDeed] = useState<Deed>();
  const move = useDeadLetters(queue);
  const may = useMay();
  const some = chosen.length > 0;
  const count = some ? chosen.length : all;
  const what = `${count === 1 ? 'the message' : `${some ? '' : 'all '}${count.toLocaleString('en')} messages`}`;
  return (
    <>
      {may('queue.redrive') && (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setDeed('redrive')}>
          {some ? `Put ${count} back` : 'Put all back'}
        </Button>
      )}
      {may('queue.discard') && (
        <Button variant="light" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setDeed('purge')}>
          {some ? `Delete ${count}` : 'Delete all'}
        </Button>
      )}
      {deed && (
        <Confirm
          title={deed === 'redrive' ? `Put ${what} back?` : `Delete ${what}?`}
          text={
            deed === 'redrive'
              ? 'They go to the end of their queue and are tried with all attempts anew.'
              : 'They are gone for good, and what they asked for is never done. The ledger keeps who did this.'
          }
          action={deed === 'redrive' ? 'Put back' : 'Delete'}
          danger={deed === 'purge'}
          busy={move.isPending}
          onNo={() => setDeed(undefined)}
          onYes={() =>
            move.mutate(
              { deed, ids: some ? chosen : undefined },
              {
                onSuccess: onDone,
                onSettled: () => setDeed(undefined),
              },
            )
          }
        />
      )}
    </>
  );
}
