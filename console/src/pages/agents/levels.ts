import { kindName, kindPlace } from '../approvals/plan';
import type { Level, Levels, LevelSetting } from './api';

/** The level that holds for one kind of action, and the person's setting that made it so, if one did. */
export interface Standing {
  kind: string;
  level: Level;
  usual: Level;
  setting?: LevelSetting;
}

/** What holds for each kind of action of an agent: what a person set, else the default. */
export function standings(levels: Levels, agent: string, kinds: readonly string[]): Standing[] {
  const own = new Map(levels.settings.filter((one) => one.agent === `agent:${agent}`).map((one) => [one.kind, one]));
  return [...new Set([...kinds, ...own.keys()])].sort().map((kind) => {
    const setting = own.get(kind);
    const usual = usualLevel(levels, kind);
    return { kind, level: setting?.level ?? usual, usual, setting };
  });
}

/** The default of the longest pattern that fits. */
export function usualLevel(levels: Levels, kind: string): Level {
  const fitting = Object.keys(levels.kinds)
    .filter((pattern) => (pattern.endsWith('*') ? kind.startsWith(pattern.slice(0, -1)) : pattern === kind))
    .sort((a, b) => b.length - a.length);
  return (fitting[0] && levels.kinds[fitting[0]]) || levels.otherwise;
}

/** Kinds of action of one system, such as AWS EC2. */
export interface Family {
  name: string;
  standings: Standing[];
}

/** What a pattern of the defaults stands for: one kind, or every action of a system. */
export function patternTitle(pattern: string): string {
  return pattern.endsWith('.*') ? `${kindPlace(pattern)}, every action` : kindName(pattern);
}

/** Standings under the system that their actions reach, in the order they come. */
export function families(all: readonly Standing[]): Family[] {
  const found = new Map<string, Standing[]>();
  for (const standing of all) {
    const name = kindPlace(standing.kind);
    found.set(name, [...(found.get(name) ?? []), standing]);
  }
  return [...found].map(([name, standings]) => ({ name, standings }));
}
