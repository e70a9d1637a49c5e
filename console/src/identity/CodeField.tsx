import { Button, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

/** Six digits of an authenticator app, sent with the last of them; or a recovery code, where one may be used. */
export function CodeField({ busy, label, recovery = false, onCode }: {
  busy: boolean;
  label: string;
  recovery?: boolean;
  onCode: (code: string) => Promise<unknown>;
}) {
  const [code, setCode] = useState('');
  const [lost, setLost] = useState(false);
  const send = (whole: string) => void onCode(whole.trim()).then(() => setCode(''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(code);
      }}
    >
      <Stack gap="sm">
        {lost ? (
          <TextInput
            label="Recovery code"
            autoFocus
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <Stack gap={6}>
            <Text size="sm" fw={560} component="span">
              {label}
            </Text>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              size="md"
              value={code}
              onChange={setCode}
              disabled={busy}
              getInputProps={(index) => ({ 'aria-label': `${label}, digit ${index + 1} of 6` })}
              onComplete={send}
            />
          </Stack>
        )}
        <Button type="submit" loading={busy} disabled={lost ? !code.trim() : code.length < 6}>
          Confirm
        </Button>
        {recovery && (
          <Button variant="subtle" size="xs" onClick={() => (setLost(!lost), setCode(''))}>
            {lost ? 'Use the app instead' : 'Use a recovery code'}
          </Button>
        )}
      </Stack>
    </form>
  );
}
