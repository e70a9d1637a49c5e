import { Button, Group, Modal, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '@/parts/States';
import { words } from '@/parts/Tone';
import type { PlaybookDocument } from '../incidents/types';
import { useRun, type Variable } from './playbooks';
import { allGiven, asked } from './variables';

/** Asks for what the playbook needs from outside, then plans it or runs it. */
export function RunDialog({ of, variables, onClose }: {
  /** The id of a playbook of the content, or a document. */
  of: string | PlaybookDocument;
  variables: Record<string, Variable>;
  onClose: () => void;
}) {
  const needed = asked(variables);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [real, setReal] = useState(false);
  const run = useRun(of);
  return (
    <Modal opened onClose={onClose} title={real ? 'Run this playbook' : 'Dry run'} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate({ variables: allGiven(needed, texts), dryRun: !real });
        }}
      >
        <Stack>
          <Text size="sm">
            {real
              ? 'Every action passes the gate. What needs an approval waits for somebody other than you.'
              : 'Nothing is touched: every action is prepared up to its exact call, with its blast radius and what the policies say.'}
          </Text>
          {needed.map((variable) => (
            <Field
              key={variable.name}
              variable={variable}
              text={texts[variable.name] ?? ''}
              onText={(text) => setTexts({ ...texts, [variable.name]: text })}
            />
          ))}
          <Switch label="Carry it out" checked={real} color="red" onChange={(event) => setReal(event.currentTarget.checked)} />
          {run.error && <ErrorState error={run.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color={real ? 'red' : undefined} loading={run.isPending}>
              {real ? 'Run' : 'Plan it'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Field({ variable, text, onText }: { variable: Variable; text: string; onText: (text: string) => void }) {
  const common = { label: words(variable.name), value: text };
  return variable.type === 'list' ? (
    <Textarea
      {...common}
      description={`${variable.description} One a line.`}
      autosize
      minRows={2}
      maxRows={6}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} description={variable.description} onChange={(event) => onText(event.currentTarget.value)} />
  );
}
