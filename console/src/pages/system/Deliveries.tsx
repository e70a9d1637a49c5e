import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconRefresh, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { done } from '@/app/queries';
import { Code } from '@/parts/Code';
import { Panel } from '@/parts/Panel';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import classes from './Trail.module.css';
import { words } from './trail';
import { deliveriesQuery, type Delivery, outcome, standing, useReplay, type Webhook } from './webhooks';

/** What was told to a webhook lately, the newest first; each opens to its body and its attempts. */
export function Deliveries({ of }: { of: Webhook }) {
  const query = useInfiniteQuery(deliveriesQuery(of.id));
  return (
    <Panel title="Deliveries" note="The newest first">
      <Loaded query={query} skeleton={<Lines count={5} height={20} />}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items);
          return all.length === 0 ? (
            <EmptyState icon={IconSend} title="Nothing was sent yet" text="A ping shows whether messages arrive." />
          ) : (
            <Stack gap="sm">
              <ul className={classes.trail}>
                {all.map((delivery) => (
                  <Line key={delivery.id} of={delivery} webhook={of} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="default" w="fit-content" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  Earlier deliveries
                </Button>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Line({ of, webhook }: { of: Delivery; webhook: Webhook }) {
  const [open, setOpen] = useState(false);
  const [tone, text] = standing(of);
  return (
    <li className={classes.entry}>
      <UnstyledButton className={classes.line} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} className={classes.chevron} data-open={open || undefined} aria-hidden />
        <span className={classes.kind}>
          <Pill tone={tone}>{text}</Pill>
          <Text span size="sm" fw={560} ml={10}>
            {words(of.kind)}
          </Text>
        </span>
        <Text span size="sm" c="dimmed" className={classes.who}>
          {outcome(of)}
        </Text>
        <Text span size="xs" c="dimmed" className={classes.when}>
          <When at={of.created} />
        </Text>
      </UnstyledButton>
      {open && <Whole of={of} webhook={webhook} />}
    </li>
  );
}

function Whole({ of, webhook }: { of: Delivery; webhook: Webhook }) {
  const replay = useReplay(webhook.id);
  const may = useMay();
  return (
    <Stack gap="sm" className={classes.detail}>
      <Code label="The body" text={laidOut(of.body)} />
      <ol className={classes.attempts}>
        {of.attempts.map((attempt) => (
          <li key={attempt.at}>
            <When at={attempt.at} exact />: {attempt.status > 0 ? `HTTP ${attempt.status}` : 'no answer'}
            {attempt.detail && `, ${attempt.detail}`}
          </li>
        ))}
      </ol>
      <Group gap="sm">
        {may('webhook.manage') && of.status !== 'WAITING' && (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} loading={replay.isPending} onClick={() => replay.mutate(of.id, { onSuccess: () => done('It is sent once more') })}>
            Send it again
          </Button>
        )}
        <Text size="xs" c="dimmed">
          webhook-id {of.id}
          {of.status === 'WAITING' && of.next && (
            <>
              , tried again <When at={of.next} />
            </>
          )}
        </Text>
      </Group>
    </Stack>
  );
}

function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
