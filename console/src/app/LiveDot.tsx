import { Text, Tooltip } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '@/api/session';
import { useLink } from '@/live/useLive';
import classes from './LiveDot.module.css';

const states = {
  live: ['Live', 'Changes show as they happen'],
  waiting: ['Polling', 'No live connection: what you see is read anew every 15 seconds'],
  lost: ['Offline', 'The platform does not answer: what you see may be old'],
} as const;

/** Whether what is on the screen is what is so. */
export function LiveDot() {
  const { online } = useNetwork();
  const failing = useFailing();
  const link = useLink();
  const state = !online || failing ? 'lost' : link;
  const [name, meaning] = states[state];
  return (
    <Tooltip label={meaning}>
      <span className={classes.live} data-state={state} role="status" aria-label={meaning}>
        <span className={classes.dot} aria-hidden />
        <Text component="span" size="xs" visibleFrom="xs">
          {name}
        </Text>
      </span>
    </Tooltip>
  );
}

function useFailing(): boolean {
  const queries = useQueryClient();
  const [failing, setFailing] = useState(false);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.query.queryKey[0] !== meQuery.queryKey[0]) {
          if (event.action.type === 'success') {
            setFailing(false);
          } else if (event.action.type === 'failed') {
            setFailing((event.action.error as { status?: number }).status === 0);
          }
        }
      }),
    [queries],
  );
  return failing;
}
