import { Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Code, Copy } from '@/parts/Code';
import { ErrorState } from '@/parts/States';
import { CodeField } from './CodeField';
import classes from './Door.module.css';
import { confirmTotp, offerTotp } from './identity';
import { ProblemNote } from './ProblemNote';
import { useTry } from './useTry';

/** An authenticator app: the picture, a first code, the recovery codes. */
export function TotpSetup({ onDone }: { onDone: () => void }) {
  const [codes, setCodes] = useState<string[]>();
  const { busy, problem, attempt } = useTry();
  const offer = useQuery({ queryKey: ['totp-offer'], queryFn: offerTotp, staleTime: Infinity, gcTime: 0, retry: false });

  if (codes) {
    return <RecoveryCodes codes={codes} onDone={onDone} />;
  }
  if (offer.error) {
    return <ErrorState error={offer.error} retry={() => void offer.refetch()} />;
  }
  return (
    <Stack>
      <Text size="sm">Scan this with an authenticator app, then enter the code that it shows.</Text>
      <Group justify="center">
        {offer.data ? (
          <img className={classes.qr} alt="The secret as a QR code" src={`data:image/svg+xml,${encodeURIComponent(offer.data.qr)}`} />
        ) : (
          <Skeleton w={184} h={184} />
        )}
      </Group>
      <details>
        <Text component="summary" size="xs" c="dimmed">
          It cannot be scanned?
        </Text>
        {offer.data && <Code label="The secret" text={offer.data.secret} />}
      </details>
      <ProblemNote problem={problem} />
      <CodeField
        busy={busy || !offer.data}
        label="Code of the app"
        onCode={(code) => attempt(async () => setCodes((await confirmTotp(code)).recoveryCodes))}
      />
    </Stack>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const [kept, setKept] = useState(false);
  return (
    <Stack>
      <Text size="sm">
        Keep these recovery codes where you keep your passwords. Each lets you in once when the app is lost. They are not
        shown again.
      </Text>
      <div style={{ position: 'relative' }}>
        <ul className={classes.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Copy text={codes.join('\n')} />
      </div>
      <Checkbox label="I have kept them" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Button disabled={!kept} onClick={onDone}>
        Go on
      </Button>
    </Stack>
  );
}
