import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencilPlus, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '@/api/session';
import { Page } from '@/parts/Page';
import { EmptyState, Lines, Loaded } from '@/parts/States';
import { Pill, words } from '@/parts/Tone';
import { type Playbook, playbooksQuery } from './playbooks';
import classes from './playbooks.module.css';
import { Runs } from './Runs';

export function PlaybooksPage() {
  const playbooks = useQuery(playbooksQuery);
  const may = useMay();
  return (
    <Page
      title="Playbooks"
      lead="How the platform responds: CACAO 2.0 documents. Of those that fit an incident, the one with the highest priority is chosen."
      actions={
        may('playbook.check') && (
          <Button component={Link} to="/playbooks/editor" variant="default" leftSection={<IconPencilPlus size={16} aria-hidden />}>
            Write a playbook
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <Loaded query={playbooks} skeleton={<Lines count={6} height={28} />}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState icon={IconRoute} title="There is no playbook" text="Put CACAO documents into the content directory, below playbooks." />
            ) : (
              <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
                {found.map((playbook) => (
                  <PlaybookCard key={playbook.id} playbook={playbook} />
                ))}
              </SimpleGrid>
            )
          }
        </Loaded>
        {may('execution.read') && (
          <section aria-label="Runs">
            <Title order={2} mb="sm">
              Runs
            </Title>
            <Runs />
          </section>
        )}
      </Stack>
    </Page>
  );
}

function PlaybookCard({ playbook }: { playbook: Playbook }) {
  return (
    <Card component={Link} to={`/playbooks/${encodeURIComponent(playbook.id)}`} className={classes.card}>
      <Text fw={600}>{playbook.name}</Text>
      <Text size="sm" c="dimmed" lineClamp={3} mt={4} mb="md">
        {playbook.description}
      </Text>
      <Group gap={6} mt="auto">
        {playbook.fits?.tactics.map((tactic) => (
          <Pill key={tactic} tone="accent">
            {words(tactic)}
          </Pill>
        ))}
        {playbook.fits && <Pill tone="neutral">from {words(playbook.fits.minimumSeverity).toLowerCase()}</Pill>}
        <Text size="xs" c="dimmed" ml="auto">
          {playbook.steps} steps{playbook.fits && `, priority ${playbook.fits.priority}`}
        </Text>
      </Group>
    </Card>
  );
}
