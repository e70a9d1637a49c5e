import { Button, Grid, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useMay } from '@/api/session';
import { Code } from '@/parts/Code';
import { Facts } from '@/parts/Facts';
import { OutsideLink } from '@/parts/OutsideLink';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { Lines, Loaded } from '@/parts/States';
import { Severity, words } from '@/parts/Tone';
import { ruleQuery } from './rules';
import { TryRule } from './TryRule';

export function RulePage() {
  const { id = '' } = useParams();
  const query = useQuery(ruleQuery(id));
  const may = useMay();
  return (
    <Page
      title={query.data?.rule.title ?? 'Rule'}
      above={[['Hunting', '/hunting'], ['Rules', '/hunting/rules']]}
      lead={query.data?.details.description}
      actions={
        may('rule.check') && (
          <Button component={Link} to={`/hunting/rules/draft?from=${encodeURIComponent(id)}`} variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
            Edit a copy
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<Lines count={12} />}>
        {({ rule, details, yaml }) => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Panel title="The rule" note={rule.path} flush>
                <Code label="The rule's text" text={yaml} />
              </Panel>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Stack gap="lg">
                <Panel title="About">
                  <Facts
                    facts={[
                      ['Level', <Severity key="level" value={rule.level} />],
                      ['Status', rule.status && words(rule.status)],
                      ['Tactics', rule.tactics.map(words).join(', ')],
                      ['Techniques', rule.techniques.join(', ')],
                      ['Looks at', Object.values(details.logSource).join(' / ')],
                      ['By', details.author],
                      ['False positives', details.falsePositives.join('; ')],
                    ]}
                  />
                  <References of={details.references} />
                </Panel>
                {may('rule.check') && may('lake.query') && <TryRule wish={{ rule: rule.id }} />}
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

/** Rules come from outside: only addresses of the web become links. */
function References({ of }: { of: string[] }) {
  return of.map((address) => (
    <Text key={address} size="xs" mt={6} style={{ overflowWrap: 'anywhere' }}>
      <OutsideLink address={address} />
    </Text>
  ));
}
