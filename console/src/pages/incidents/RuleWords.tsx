import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '@/api/client';
import { useMay } from '@/api/session';
import classes from './incident.module.css';

/** What a rule looks for, in the words of whoever wrote it, and when it may be wrong. */
export function RuleWords({ id }: { id: string }) {
  const may = useMay();
  const asked = useQuery({
    queryKey: ['rules', id],
    queryFn: ({ signal }) => get('/api/v1/rules/{id}', { params: { path: { id } }, signal }),
    enabled: may('rule.read'),
    staleTime: 60_000,
    retry: false,
    meta: { still: true },
  });
  if (asked.isLoading) {
    return <Skeleton h={64} mb="sm" />;
  }
  const rule = asked.data?.details;
  return rule ? (
    <div className={classes.ruleWords}>
      {rule.description && <Text size="sm">{rule.description}</Text>}
      <Group gap="md" mt={6}>
        {rule.falsePositives.length > 0 && (
          <Text size="xs" c="dimmed">
            May be harmless: {rule.falsePositives.join('; ')}
          </Text>
        )}
        <Anchor component={Link} to={`/hunting/rules/${encodeURIComponent(id)}`} size="xs">
          The rule
        </Anchor>
      </Group>
    </div>
  ) : (
    // An indicator, a model, or a rule that is no longer in use.
    <Text size="xs" c="dimmed" mb="sm">
      Made by {id}, which is no rule in use.
    </Text>
  );
}
