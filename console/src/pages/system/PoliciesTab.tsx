import { Accordion, Alert, Card, Code, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Lines, Loaded } from '@/parts/States';
import { Pill } from '@/parts/Tone';
import { When } from '@/parts/When';
import { policiesQuery, policyFilesQuery } from './policies';
import classes from './Policies.module.css';
import { brief } from './trail';

export function PoliciesTab() {
  const policies = useQuery(policiesQuery);
  return (
    <Loaded query={policies} skeleton={<Lines count={10} />}>
      {({ inForce, policies: ids, refused, history }) => (
        <Stack gap="lg">
          {refused && (
            <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title="The newest files are not in force">
              {refused}
            </Alert>
          )}
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 8 }}>
              <Files hash={inForce} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <Stack gap="lg">
                <Card>
                  <Title order={2} mb="sm">
                    {ids.length} policies in force
                  </Title>
                  <Group gap={6}>
                    {ids.map((id) => (
                      <Pill key={id} tone="neutral">
                        {id}
                      </Pill>
                    ))}
                  </Group>
                </Card>
                <Card>
                  <Title order={2} mb="sm">
                    History
                  </Title>
                  <Stack gap={8}>
                    {history.toReversed().map(({ hash, since, policies: count }) => (
                      <Group key={hash + since} justify="space-between">
                        <Text size="sm" ff="monospace" title={hash}>
                          {brief(hash, 18)}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {count} policies since <When at={since} />
                        </Text>
                      </Group>
                    ))}
                  </Stack>
                </Card>
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </Loaded>
  );
}

function Files({ hash }: { hash: string }) {
  const files = useQuery(policyFilesQuery(hash));
  return (
    <Loaded query={files} skeleton={<Lines count={6} height={40} />}>
      {(found) => (
        <Accordion variant="separated" multiple defaultValue={Object.keys(found).slice(0, 1)}>
          {Object.entries(found).map(([path, text]) => (
            <Accordion.Item key={path} value={path} className={classes.file}>
              <Accordion.Control>
                <Text size="sm" ff="monospace">
                  {path}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Code block tabIndex={0} aria-label={path}>
                  {text}
                </Code>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Loaded>
  );
}
