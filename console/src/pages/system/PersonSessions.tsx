import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { done } from '@/app/queries';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill, words } from '@/parts/Tone';
import { When } from '@/parts/When';
import { browserName } from '../account/Sessions';
import { type Person, type Session, sessionsQuery, useEndSession } from './people';

/** Where somebody is signed in, and the end of one of those. */
export function PersonSessions({ of, onClose }: { of: Person; onClose: () => void }) {
  const query = useQuery(sessionsQuery(of.username));
  return (
    <Drawer opened onClose={onClose} position="right" title={`Where ${of.displayName} is signed in`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Loaded query={query} skeleton={<Lines count={4} height={40} />}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState icon={IconDeviceDesktop} title="Nowhere" text="Keys and programs of theirs are under Programs." />
          ) : (
            <Stack component="ul" gap="md" m={0} p={0} aria-label="Sessions">
              {sessions.map((session) => (
                <One key={session.id} of={session} person={of.username} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function One({ of, person }: { of: Session; person: string }) {
  const end = useEndSession(person);
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={2} miw={0}>
        <Text size="sm" fw={560}>
          {browserName(of.browser)}
        </Text>
        <Text size="xs" c="dimmed">
          {of.address}, by {words(of.assurance).toLowerCase()}, since <When at={of.started} />, seen <When at={of.seen} />
        </Text>
      </Stack>
      {of.current ? (
        <Pill tone="good">This one</Pill>
      ) : (
        <Button size="compact-sm" variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate(of.id, { onSuccess: () => done('The session is ended') })}>
          End
        </Button>
      )}
    </Group>
  );
}
