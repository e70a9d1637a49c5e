import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tone } from '@/parts/Tone';
import classes from './overview.module.css';

/** One thing that waits: what to do, about what, and where. */
export function Need({ to, icon: Sign, tone, what, about, aside }: {
  to: string;
  icon: Icon;
  tone: Tone;
  what: string;
  about: string;
  aside?: ReactNode;
}) {
  return (
    <li>
      <Link to={to} className={classes.need}>
        <span className={classes.sign} data-tone={tone}>
          <Sign size={17} aria-hidden />
        </span>
        <span className={classes.said}>
          <Text span size="sm" fw={580} truncate display="block">
            {what}
          </Text>
          <Text span size="xs" c="dimmed" truncate display="block">
            {about}
          </Text>
        </span>
        <span className={classes.aside}>{aside}</span>
      </Link>
    </li>
  );
}
