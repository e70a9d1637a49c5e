import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import classes from './Page.module.css';
import { visible } from './visible';

const Head = createContext<HTMLElement | null>(null);

/** Where one is, what the page is called, what can be done with all of it. */
export function Page({ title, heading, lead, above, actions, children }: {
  /** Also the browser tab's. */
  title: string;
  /** In place of the title's words, where more than words is shown. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** The way here: [text, address]. */
  above?: [string, string][];
  actions?: ReactNode;
  children: ReactNode;
}) {
  useDocumentTitle(`${visible(title)} · ACSO`);
  const [head, setHead] = useState<HTMLElement | null>(null);
  return (
    <div className={classes.page}>
      <Group justify="space-between" align="flex-start" gap="md" mb="lg">
        <Stack gap={4} miw={0} flex="1 1 320px">
          {above && (
            <Breadcrumbs separator="/" separatorMargin={6}>
              {above.map(([text, to]) => (
                <Anchor key={to} component={Link} to={to} size="sm" c="dimmed">
                  {text}
                </Anchor>
              ))}
            </Breadcrumbs>
          )}
          <Title order={1}>{heading ?? title}</Title>
          {lead && (
            <Text c="dimmed" size="sm" component="div">
              {lead}
            </Text>
          )}
        </Stack>
        <Group gap="xs" ref={setHead} className={classes.actions}>
          {actions}
        </Group>
      </Group>
      <Head value={head}>{children}</Head>
    </div>
  );
}

/** What can be done with the whole page, from within its content: it stands beside the page's title. */
export function PageActions({ children }: { children: ReactNode }) {
  const head = use(Head);
  return head && createPortal(children, head);
}
