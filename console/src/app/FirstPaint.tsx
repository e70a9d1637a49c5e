import { Group, Skeleton, Stack } from '@mantine/core';
import classes from './FirstPaint.module.css';

/** The frame's outline, in the place where each part will be. */
export function FirstPaint() {
  return (
    <div className={classes.outline} role="status" aria-busy="true" aria-label="Loading">
      <div className={classes.rail} />
      <div className={classes.page}>
        <div className={classes.header} />
        <Stack p="lg" gap="lg">
          <Skeleton h={28} w={220} />
          <Group grow>
            <Skeleton h={96} />
            <Skeleton h={96} visibleFrom="sm" />
            <Skeleton h={96} visibleFrom="md" />
          </Group>
          <Skeleton h={320} />
        </Stack>
      </div>
    </div>
  );
}
