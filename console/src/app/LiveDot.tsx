import { Text, Tooltip } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useIsRestoring, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '@/api/session';
import classes from './LiveDot.module.css';

/** Whether what is on the screen is what is so. */
export function LiveDot() {
  const { online } = useNetwork();
  const failing = useFailing();
  const lost = !online || failing || useIsRestoring();
  return (
    <Tooltip label={lost ? 'No connection: what you see may be old' : 'Connected: pages keep themselves up to date'}>
      <span className={classes.live} data-lost={lost || undefined} role="status">
        <span className={classes.dot} aria-hidden />
        <Text component="span" size="xs" visibleFrom="xs">
          {lost ? 'Not connected' : 'Live'}
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
