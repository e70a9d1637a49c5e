import { Button, Group, Typography } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { address } from '@/api/client';
import { Lines, Loaded } from '@/parts/States';
import { reportQuery } from './queries';
import classes from './incident.module.css';

/** A wide table scrolls by itself, with the keyboard too; a head without words is none. */
const shapes: Components = {
  table: ({ children }) => (
    <div className={classes.wide} role="region" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  th: ({ children }) => (children ? <th>{children}</th> : <td />),
};

/** The report as it was written. It quotes what attackers chose: nothing in it is a link, an image or markup of its own. */
export default function ReportTab({ id }: { id: string }) {
  const report = useQuery(reportQuery(id));
  return (
    <Loaded query={report} skeleton={<Lines count={14} height={20} />}>
      {(text) => (
        <article className={classes.report}>
          <Group justify="flex-end">
            <Button
              component="a"
              href={address('/api/v1/incidents/{id}/report', { id })}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              As a page to print
            </Button>
          </Group>
          <Typography>
            <Markdown remarkPlugins={[remarkGfm]} skipHtml disallowedElements={['a', 'img']} unwrapDisallowed components={shapes}>
              {text}
            </Markdown>
          </Typography>
        </article>
      )}
    </Loaded>
  );
}
