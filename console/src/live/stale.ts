import type { Change } from './changes';

/** The first words of the query keys that a change makes stale; `undefined` where everything is. */
const STALE: Record<string, string[]> = {
  incident: ['incidents', 'overview'],
  finding: ['findings', 'incidents', 'overview'],
  approval: ['approvals', 'incidents', 'overview'],
  execution: ['executions', 'incidents', 'playbooks'],
  effect: ['effects', 'executions', 'incidents'],
  ticket: ['tickets', 'incidents'],
  agent: ['agents', 'overview'],
  other: ['overview', 'queues'],
};

/** Gathers what a burst of changes makes stale, so that each is read once. */
export class Stale {
  private keys = new Set<string>();
  private all = false;

  add(change: Change): void {
    const keys = change.kind === 'Missed' ? undefined : STALE[change.noun];
    if (keys) {
      keys.forEach((key) => this.keys.add(key));
    } else {
      this.all = true;
    }
  }

  everything(): void {
    this.all = true;
  }

  /** What has gathered; nothing is left. 'all' when some changes were missed, or one is of a kind not known here. */
  take(): string[] | 'all' {
    const taken = this.all ? 'all' : [...this.keys];
    this.keys = new Set();
    this.all = false;
    return taken;
  }
}

/** As many pages of a list as are read anew by themselves. */
const FEW_PAGES = 3;

/** Somebody has gone far down this list: to read all of it again for every change would never end. */
export function isLong({ state: { data } }: { state: { data: unknown } }): boolean {
  const pages = (data as { pages?: unknown[] } | undefined)?.pages;
  return pages !== undefined && pages.length > FEW_PAGES;
}
