import { Stack, Text, Title } from '@mantine/core';
import { Entities } from './Entities';
import { RatingWhy } from './RatingWhy';
import { TacticChain } from './TacticChain';
import { TimelineView } from './TimelineView';
import type { Read } from './queries';
import classes from './incident.module.css';

/** What happened, and why it is rated so. */
export function StoryTab({ read }: { read: Read }) {
  return (
    <div className={classes.story}>
      <section className={classes.panel} aria-labelledby="timeline">
        <Title order={2} size="h3" id="timeline" mb="md">
          Timeline
        </Title>
        <TimelineView facts={read.timeline} />
      </section>
      <Stack gap="md">
        <section className={classes.panel} aria-labelledby="rating">
          <Title order={2} size="h3" id="rating" mb="sm">
            Why it is rated so
          </Title>
          <RatingWhy rating={read.rating} />
        </section>
        <section className={classes.panel} aria-labelledby="attack">
          <Title order={2} size="h3" id="attack" mb="sm">
            ATT&amp;CK
          </Title>
          {read.picture.tactics.length > 0 && <TacticChain tactics={read.picture.tactics} />}
          {read.picture.tactics.length + read.picture.techniques.length === 0 && (
            <Text size="sm" c="dimmed">
              Its findings name no tactic.
            </Text>
          )}
          {read.picture.techniques.length > 0 && (
            <Text size="xs" c="dimmed" mt="sm">
              {read.picture.techniques.length === 1 ? 'Technique' : 'Techniques'} {read.picture.techniques.join(', ')}
            </Text>
          )}
        </section>
        <section className={classes.panel} aria-labelledby="entities">
          <Title order={2} size="h3" id="entities" mb="sm">
            Who and what
          </Title>
          <Entities picture={read.picture} />
        </section>
      </Stack>
    </div>
  );
}
