import { Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import classes from './Table.module.css';

/** The choice of values that a column is filtered for. */
export function Facet({ title, values, chosen, label, onChange }: {
  title: string;
  /** Each value with how many rows have it; without a number where nobody has counted. */
  values: [string, number?][];
  chosen: string[];
  label: (value: string) => string;
  onChange: (chosen: string[]) => void;
}) {
  const said = chosen.length === 0 ? title : `${title}: ${chosen.length > 2 ? chosen.length : chosen.map(label).join(', ')}`;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.facet}
          data-on={chosen.length > 0 || undefined}
          rightSection={<IconChevronDown size={14} />}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" mah={320} className={classes.choices}>
        <Checkbox.Group value={chosen} onChange={onChange} aria-label={title}>
          <Stack gap={8}>
            {values.map(([value, count]) => (
              <Group key={value} justify="space-between" wrap="nowrap" gap="lg">
                <Checkbox size="xs" value={value} label={label(value)} />
                {count !== undefined && (
                  <Text size="xs" c="dimmed" className="tabular">
                    {count}
                  </Text>
                )}
              </Group>
            ))}
            {values.length === 0 && (
              <Text size="xs" c="dimmed">
                Nothing to choose from
              </Text>
            )}
          </Stack>
        </Checkbox.Group>
        {chosen.length > 0 && (
          <Button mt="xs" size="compact-xs" variant="subtle" onClick={() => onChange([])}>
            Any
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
