import { Avatar, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/api/session';
import { Long } from '@/parts/Long';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { When } from '@/parts/When';
import { commentsQuery, useComment } from './queries';
import type { Comment } from './types';
import classes from './incident.module.css';

/** What people say of it to each other, as plain text. */
export function Discussion({ id }: { id: string }) {
  const comments = useQuery(commentsQuery(id));
  const may = useMay();
  return (
    <div className={classes.discussion}>
      <Loaded query={comments} skeleton={<Lines count={4} height={48} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconMessages} title="Nobody has said anything yet" />
          ) : (
            <ol className={classes.comments}>
              {items.map((comment) => (
                <Said key={comment.id} comment={comment} />
              ))}
            </ol>
          )
        }
      </Loaded>
      {may('incident.comment') && <Write id={id} />}
    </div>
  );
}

function Said({ comment }: { comment: Comment }) {
  const name = comment.by.replace('person:', '');
  return (
    <li className={classes.comment}>
      <Avatar size={30} radius="xl" name={name} variant="filled" color="iris" aria-hidden />
      <div>
        <Text size="sm">
          <b>{name}</b>{' '}
          <Text span size="xs" c="dimmed">
            <When at={comment.at} />
          </Text>
        </Text>
        <Text size="sm" className={classes.said}>
          <Long text={comment.text} most={2_000} />
        </Text>
      </div>
    </li>
  );
}

function Write({ id }: { id: string }) {
  const comment = useComment(id);
  const [text, setText] = useState('');
  const send = () => comment.mutate(text, { onSuccess: () => setText('') });
  return (
    <Stack gap="xs">
      <Textarea
        label="Say something"
        description="Ctrl Enter sends it"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '' && send()}
        autosize
        minRows={3}
        maxLength={10_000}
      />
      <Group justify="flex-end">
        <Button onClick={send} loading={comment.isPending} disabled={text.trim() === ''}>
          Send
        </Button>
      </Group>
    </Stack>
  );
}
