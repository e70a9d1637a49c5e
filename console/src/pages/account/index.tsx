import { SimpleGrid, Stack } from '@mantine/core';
import { useMe } from '@/api/session';
import { Facts } from '@/parts/Facts';
import { Page } from '@/parts/Page';
import { Panel } from '@/parts/Panel';
import { words } from '@/parts/Tone';
import { useNow, When } from '@/parts/When';
import { ApiKeys } from './ApiKeys';
import { Passkeys } from './Passkeys';
import { Password } from './Password';
import { Sessions } from './Sessions';
import { Totp } from './Totp';

/** One's own account. Who came by the machine's own token has none, and sees who they are. */
export default function Account() {
  const me = useMe();
  return (
    <Page title="Your account" lead="Who you are, how you prove it, and where you are signed in.">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack gap="lg">
          <Panel title="You">
            <Facts
              facts={[
                ['Name', me.displayName],
                ['User name', me.username],
                ['Roles', me.roles.map(words).join(', ')],
                ['Proved by', me.factors.map((factor) => (factor.toLowerCase() === 'totp' ? 'Authenticator app' : words(factor))).join(', ')],
                ['Last proof', me.assuredUntil && <Proof until={me.assuredUntil} />],
              ]}
            />
          </Panel>
          {me.session && (
            <>
              <Passkeys />
              <Totp />
              <Password />
            </>
          )}
        </Stack>
        <Stack gap="lg">
          {me.session && <Sessions />}
          <ApiKeys />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

/** Grave commands need a proof that still counts. */
function Proof({ until }: { until: string }) {
  return Date.parse(until) > useNow() ? (
    <>
      counts for grave actions, ends <When at={until} />
    </>
  ) : (
    <>has lapsed: a grave action asks again</>
  );
}
