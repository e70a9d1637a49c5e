import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { meQuery, useMe } from '@/api/session';
import { watchPresence } from '@/identity/presence';
import { listen } from '@/identity/tabs';
import { signOut } from './AccountMenu';

/** Warns before a session ends because nobody is there, and takes everything away with it that was read. */
export function StillThere() {
  const { session } = useMe();
  const [end, setEnd] = useState<{ left: number; last: boolean }>();
  const watched = useRef<ReturnType<typeof watchPresence>>(undefined);
  useSomebodyElse();

  useEffect(() => {
    if (!session) {
      return;
    }
    const watching = watchPresence({
      onLeft: (left, last) => setEnd(left === undefined ? undefined : { left, last }),
      onEnd: (why) => window.location.replace(goneTo(why)),
    });
    watched.current = watching;
    return watching.stop;
  }, [session]);

  const stay = () => watched.current?.stay();
  return (
    <Modal opened={end !== undefined} onClose={stay} title="Are you still there?" size={400} zIndex={500}>
      {end && (
        <Stack>
          <Text size="sm">
            {end.last ? 'Your session has lasted as long as one may, and ends in ' : 'Nobody has touched the console for a while. You are signed out in '}
            <span role="timer">{duration(end.left)}</span>.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void signOut()}>
              Sign out
            </Button>
            {!end.last && (
              <Button onClick={stay} data-autofocus>
                Stay signed in
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** Somebody signed in in another tab: what this one shows may be another person's. */
function useSomebodyElse() {
  const queries = useQueryClient();
  const { principal } = useMe();
  useEffect(
    () =>
      listen(async ({ kind }) => {
        if (kind === 'in' && (await queries.fetchQuery({ ...meQuery, staleTime: 0 })).principal !== principal) {
          window.location.reload();
        }
      }),
    [queries, principal],
  );
}

/** A new page knows nothing of what the one before had read. */
function goneTo(why: string): string {
  return `/sign-in?${new URLSearchParams({ why, to: window.location.pathname + window.location.search })}`;
}

function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
