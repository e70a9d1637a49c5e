import { CopyButton, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { words } from '@/parts/Tone';
import { shortName } from './entityGraph';
import type { Entity, Picture } from './types';
import classes from './incident.module.css';

const FEW = 8;

/** What it is about, by kind; those that acted first. */
export function Entities({ picture }: { picture: Picture }) {
  const acted = unique(picture.entities.filter((entity) => entity.role === 'ACTOR'));
  const others = unique(picture.entities.filter((entity) => entity.role === 'TARGET')).filter(
    (target) => !acted.some((actor) => actor.type === target.type && actor.value === target.value),
  );
  return (
    <Stack gap="sm">
      <Group name="Who acted" entities={acted} />
      <Group name="What was acted upon" entities={others} />
      {picture.unlisted > 0 && (
        <Text size="xs" c="dimmed">
          and {picture.unlisted} more than are kept with an incident
        </Text>
      )}
    </Stack>
  );
}

function Group({ name, entities }: { name: string; entities: Entity[] }) {
  const rest = entities.slice(FEW);
  return entities.length === 0 ? null : (
    <div>
      <Text size="xs" fw={600} mb={6}>
        {name}
      </Text>
      <EntityRows entities={entities.slice(0, FEW)} />
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{rest.length} more</summary>
          <EntityRows entities={rest} />
        </details>
      )}
    </div>
  );
}

function EntityRows({ entities }: { entities: Entity[] }) {
  return (
    <ul className={classes.entities}>
      {entities.map((entity) => (
        <li key={entity.type + entity.scope + entity.value}>
          <span className={classes.entityType}>{words(entity.type)}</span>
          <CopyButton value={entity.value}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? 'Copied' : `${entity.value} in ${entity.scope}`} multiline maw={420}>
                <UnstyledButton className={classes.entityValue} onClick={copy} aria-label={`Copy ${entity.value}`}>
                  {shortName(entity.value)}
                </UnstyledButton>
              </Tooltip>
            )}
          </CopyButton>
        </li>
      ))}
    </ul>
  );
}

function unique(entities: Entity[]): Entity[] {
  return [...new Map(entities.map((entity) => [entity.type + entity.scope + entity.value, entity])).values()];
}
