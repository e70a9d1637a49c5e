import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { del } from '@/api/client';
import { done } from '@/app/queries';
import { factorsQuery } from '@/identity/identity';
import { TotpSetup } from '@/identity/TotpSetup';
import { Ask } from '@/parts/Ask';
import { Panel } from '@/parts/Panel';
import { EmptyState, Loaded } from '@/parts/States';
import { Entries, Entry } from './Entry';

export function Totp() {
  const queries = useQueryClient();
  const factors = useQuery(factorsQuery);
  const [adding, setup] = useDisclosure();
  const [leaving, question] = useDisclosure();
  const again = () => queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
  const remove = useMutation({
    mutationFn: () => del('/identity/totp'),
    onSuccess: () => {
      question.close();
      done('The authenticator app is removed');
      return again();
    },
  });
  return (
    <Panel title="Authenticator app">
      <Loaded query={factors}>
        {({ totp, recoveryCodesLeft }) =>
          totp ? (
            <Entries label="Your authenticator app">
              <Entry title="Set up" note={`${recoveryCodesLeft} recovery ${recoveryCodesLeft === 1 ? 'code' : 'codes'} left`}>
                <Group gap="xs" wrap="nowrap">
                  <Button size="compact-sm" variant="subtle" onClick={setup.open}>
                    Set up anew
                  </Button>
                  <Button size="compact-sm" variant="subtle" color="red" onClick={question.open}>
                    Remove
                  </Button>
                </Group>
              </Entry>
            </Entries>
          ) : (
            <EmptyState icon={IconDeviceMobile} title="No authenticator app" text="It shows a code every half minute, for where a passkey cannot be used.">
              <Button size="xs" variant="default" onClick={setup.open}>
                Set up
              </Button>
            </EmptyState>
          )
        }
      </Loaded>
      <Modal opened={adding} onClose={setup.close} title="Authenticator app">
        <TotpSetup
          onDone={() => {
            setup.close();
            void again();
          }}
        />
      </Modal>
      <Ask
        opened={leaving}
        title="Remove the authenticator app"
        text="Its codes and the recovery codes no longer let you in."
        act="Remove"
        danger
        busy={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={question.close}
      />
    </Panel>
  );
}
