import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Figure.module.css';
import type { Tone } from './Tone';

/** One number with its name; it leads to where the number comes from. */
export function Figure({ name, value, note, tone, to }: {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  to?: string;
}) {
  const inside = (
    <>
      <Text size="xs" c="dimmed" fw={560}>
        {name}
      </Text>
      <div className={classes.value}>{value}</div>
      {note && (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </>
  );
  return to ? (
    <Paper component={Link} to={to} className={classes.figure} data-tone={tone}>
      {inside}
    </Paper>
  ) : (
    <Paper className={classes.figure} data-tone={tone}>
      {inside}
    </Paper>
  );
}
