import { Group, Text } from '@mantine/core';
import { Pill } from '@/parts/Tone';
import { roleTitle } from './people';

/** How far a program goes: its roles, and the operations that it is limited to. */
export function Reach({ roles, scopes }: { roles: string[]; scopes: string[] }) {
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Pill key={role} tone={role === 'administrator' ? 'accent' : 'neutral'}>
          {roleTitle(role)}
        </Pill>
      ))}
      <Text span size="xs" c="dimmed" truncate title={scopes.join(', ')}>
        {scopes.length > 0 ? `only ${scopes.join(', ')}` : roles.length === 0 ? 'what whoever signs in may' : ''}
      </Text>
    </Group>
  );
}
