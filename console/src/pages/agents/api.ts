import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '@/app/queries';
import { get, post, type Schemas } from '@/api/client';

/** A task in hand at the last sign of life. */
export type Work = Schemas['Work'];

export type Agent = Schemas['AgentBody'];

/** Where a kill switch stands; `agent:*` is the one of all agents. */
export type Switch = Schemas['Position'];

export const EVERY_AGENT = 'agent:*';

export type Levels = Schemas['LevelsBody'];
export type Level = Levels['otherwise'];
export type LevelSetting = Schemas['Setting'];

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => get('/api/v1/agents', { signal }),
  refetchInterval: 5_000,
});

export const switchesQuery = queryOptions({
  queryKey: ['agents', 'switches'],
  queryFn: ({ signal }) => get('/api/v1/agents/switches', { signal }),
  refetchInterval: 10_000,
});

export const levelsQuery = queryOptions({
  queryKey: ['agents', 'levels'],
  queryFn: ({ signal }) => get('/api/v1/agents/levels', { signal }),
});

/** Stops or releases one agent, or all of them under the name `all`. */
export function useSwitch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ agent, stop, why }: { agent: string; stop: boolean; why: string }) =>
      post(`/api/v1/agents/{name}/${stop ? 'kill' : 'release'}`, { params: { path: { name: agent } }, body: { why } }),
    onSuccess: (_answer, { agent, stop }) => {
      done(agent === 'all' ? (stop ? 'Every agent is stopped' : 'The stop of all agents is lifted') : `${agentTitle(agent)} is ${stop ? 'stopped' : 'released'}`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['agents'] }),
  });
}

export function useSetLevel(agent: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['LevelWish']) => post('/api/v1/agents/{name}/levels', { params: { path: { name: agent } }, body }),
    onSuccess: (_answer, { kind, level }) => done(`${kind}: ${levelTitle(level)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['agents', 'levels'] }),
  });
}

export function agentTitle(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function levelTitle(level: Level): string {
  return { OBSERVE: 'observes', RECOMMEND: 'recommends', APPROVE: 'acts on approval', ACT: 'acts alone' }[level];
}
