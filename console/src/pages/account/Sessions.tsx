import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del, get } from '@/api/client';
import { done } from '@/app/queries';
import { Panel } from '@/parts/Panel';
import { Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { Entries, Entry } from './Entry';

export function Sessions() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => get('/api/v1/sessions', { signal }) });
  const end = useMutation({
    mutationFn: (id: string) => del('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      done('The session is ended');
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Panel title="Where you are signed in">
      <Loaded query={sessions}>
        {(all) => (
          <Entries label="Your sessions">
            {all.map((session) => (
              <Entry
                key={session.id}
                title={
                  <Group gap="xs">
                    {browserName(session.browser)}
                    {session.current && <Pill tone="good">This one</Pill>}
                  </Group>
                }
                note={
                  <>
                    {session.address}, since <When at={session.started} />, seen <When at={session.seen} />
                  </>
                }
              >
                {!session.current && (
                  <Button size="compact-sm" variant="subtle" color="red" loading={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
                    End
                  </Button>
                )}
              </Entry>
            ))}
          </Entries>
        )}
      </Loaded>
    </Panel>
  );
}

/** 'Firefox on Linux' of what a browser says it is; all of that where neither is known. */
export function browserName(agent: string): string {
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([mark]) => agent.includes(mark!));
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'].find((name) => agent.includes(name));
  return [browser?.[1], system].filter(Boolean).join(' on ') || agent || 'Unknown browser';
}
