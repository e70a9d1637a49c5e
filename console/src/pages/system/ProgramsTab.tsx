import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '@/api/session';
import { PageActions } from '@/parts/Page';
import { ClientDialog } from './ClientDialog';
import { ClientTable } from './ClientTable';
import { KeyTable } from './KeyTable';
import { Once } from './Once';
import type { MadeClient } from './programs';

/** Everything that may call the API without a person at the keys. One's own keys are made on the account page. */
export function ProgramsTab() {
  const [params, setParams] = useSearchParams();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeClient>();
  const may = useMay();
  const shown = params.get('show') ?? 'clients';
  return (
    <Stack gap="md">
      <SegmentedControl
        w="fit-content"
        aria-label="What is shown"
        value={shown}
        onChange={(show) => setParams({ show }, { replace: true })}
        data={[
          { value: 'clients', label: 'Services and apps' },
          { value: 'keys', label: 'API keys' },
        ]}
      />
      {shown === 'clients' && may('client.manage') && (
        <PageActions>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            Let a program in
          </Button>
        </PageActions>
      )}
      {shown === 'clients' ? <ClientTable onSecret={setMade} /> : <KeyTable />}
      {making && <ClientDialog onMade={setMade} onClose={() => setMaking(false)} />}
      {made && (
        <Once
          title={made.client.name}
          text={made.secret ? 'The program needs both. Keep the secret where only it can read it.' : 'The app begins with this id; it has no secret.'}
          shown={[['Client id', made.client.id], ...(made.secret ? [['Secret', made.secret] as [string, string]] : [])]}
          onClose={() => setMade(undefined)}
        />
      )}
    </Stack>
  );
}
