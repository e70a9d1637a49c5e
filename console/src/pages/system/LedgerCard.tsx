import { Alert, Button, Card, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { address, get, post, type Schemas } from '@/api/client';
import { Loaded } from '@/parts/States';
import { When } from '@/parts/When';

type Checkpoint = Schemas['CheckpointBody'];

type Verification = Schemas['VerificationBody'];

const checkpointQuery = queryOptions({
  queryKey: ['ledger', 'checkpoint'],
  queryFn: ({ signal }) => get('/api/v1/ledger/checkpoint', { signal }),
  refetchInterval: 30_000,
});

/** How far the ledger is, and whether it is what was signed. */
export function LedgerCard() {
  const checkpoint = useQuery(checkpointQuery);
  const verification = useMutation({
    mutationFn: () => post('/api/v1/ledger/verification'),
  });
  return (
    <Card>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} miw={0} flex="1 1 300px">
          <Title order={2}>Ledger</Title>
          <Loaded query={checkpoint}>{(found) => <Head of={found} />}</Loaded>
        </Stack>
        <Group gap="xs">
          <Button
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={verification.isPending}
            onClick={() => verification.mutate()}
          >
            Verify
          </Button>
          <Button
            component="a"
            href={address('/api/v1/ledger/bundle')}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Ledger bundle
          </Button>
        </Group>
      </Group>
      {verification.data && <Result of={verification.data} />}
    </Card>
  );
}

function Head({ of }: { of: Checkpoint }) {
  return (
    <Stack gap={4}>
      <Text size="sm">
        {of.size.toLocaleString('en')} entries of {of.origin}. Keep the{' '}
        <CopyButton value={of.note}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="light" onClick={copy}>
              {copied ? 'copied' : 'checkpoint'}
            </Button>
          )}
        </CopyButton>{' '}
        elsewhere to prove later that nothing before it was changed.
      </Text>
      <Text size="xs" c="dimmed">
        Root <Code title={of.root}>{of.root.slice(0, 16)}…</Code>
      </Text>
    </Stack>
  );
}

function Result({ of }: { of: Verification }) {
  return of.verified ? (
    <Alert mt="md" color="teal" icon={<IconShieldCheck aria-hidden />} title="The ledger is what was signed" role="status">
      All {of.size?.toLocaleString('en')} entries were read and give the signed root, <When at={of.at} />. Who does not
      trust this machine verifies the bundle elsewhere: <Code>acso ledger verify</Code>
    </Alert>
  ) : (
    <Alert mt="md" color="red" icon={<IconShieldX aria-hidden />} title="The ledger was changed" role="alert">
      {of.reason}
    </Alert>
  );
}
