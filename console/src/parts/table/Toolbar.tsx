import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { View } from './view';
import { filtered } from './view';
import classes from './Table.module.css';
import { Views } from './Views';

/** Above a table: what it is filtered by, the saved views, and how many rows that leaves. */
export function Toolbar({ table, field, view, shown, total, further = false, onText, onClear, children }: {
  table: string;
  field: RefObject<HTMLInputElement | null>;
  view: View;
  /** Undefined until it is known. */
  shown?: number;
  total?: number;
  /** Whether there are more than are read. */
  further?: boolean;
  onText: (text: string) => void;
  onClear: () => void;
  /** The facets. */
  children: ReactNode;
}) {
  const [text, setText] = useState(view.text);
  const tell = useDebouncedCallback(onText, 150);
  // The address may change by other hands: a saved view, the back button.
  useEffect(() => setText(view.text), [view.text]);
  const write = (value: string) => {
    setText(value);
    tell(value);
  };
  return (
    <Group gap="xs" mb="sm">
      <TextInput
        ref={field}
        size="xs"
        className={classes.field}
        placeholder="Filter"
        aria-label="Filter"
        leftSection={<IconFilter size={15} />}
        rightSection={text && <CloseButton size="xs" aria-label="Clear the filter" onClick={() => write('')} />}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Group gap="xs" className={classes.facets}>
        {children}
      </Group>
      {filtered(view) && (
        <Button size="xs" variant="subtle" onClick={onClear}>
          Clear
        </Button>
      )}
      <Group gap="sm" className={classes.aside}>
        <Text size="xs" c="dimmed" className="tabular" role="status">
          {said(shown, total)}
          {further && '+'}
        </Text>
        <Views table={table} />
      </Group>
    </Group>
  );
}

function said(shown: number | undefined, total: number | undefined): string {
  const number = (value: number) => value.toLocaleString('en');
  return shown === undefined ? '' : total === undefined || total === shown ? number(shown) : `${number(shown)} of ${number(total)}`;
}
