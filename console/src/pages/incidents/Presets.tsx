import { Button, Group, Select } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import classes from './incident.module.css';
import { SINCE } from './queries';

const OPEN = ['NEW', 'IN_PROGRESS', 'ON_HOLD'];

/** The lists that most people want, and how far back. */
export function Presets({ me }: { me: string }) {
  const [search, setSearch] = useSearchParams();
  const open = OPEN.map((status) => `status=${status}`).join('&');
  const presets: [string, string][] = [
    ['All', ''],
    ['Open', open],
    ['Mine', `${open}&assignee=${encodeURIComponent(me)}`],
    ['With nobody', `${open}&assignee=none`],
    ['Grave', `${open}&severity=CRITICAL&severity=HIGH`],
  ];
  const filters = new URLSearchParams(search);
  filters.delete('sort');
  filters.delete('since');
  const here = filters.toString();
  return (
    <Group gap={6} mb="sm" className={classes.presets}>
      {presets.map(([name, to]) => {
        const chosen = new URLSearchParams(to).toString() === here;
        return (
          <Button
            key={name}
            component={Link}
            to={{ search: to }}
            replace
            size="xs"
            variant={chosen ? 'light' : 'subtle'}
            color={chosen ? undefined : 'gray'}
            aria-current={chosen || undefined}
          >
            {name}
          </Button>
        );
      })}
      <Select
        size="xs"
        w={150}
        ml="auto"
        aria-label="Opened since"
        data={[{ value: '', label: 'Opened any time' }, ...Object.entries(SINCE).map(([value, [label]]) => ({ value, label }))]}
        value={search.get('since') ?? ''}
        allowDeselect={false}
        onChange={(since) =>
          setSearch(
            (before) => {
              const after = new URLSearchParams(before);
              since ? after.set('since', since) : after.delete('since');
              return after;
            },
            { replace: true },
          )
        }
      />
    </Group>
  );
}
