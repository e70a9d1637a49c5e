import { Avatar, Button, Divider, Popover, SegmentedControl, Select, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { post } from '@/api/client';
import { useMe } from '@/api/session';
import { tell } from '@/identity/tabs';
import { words } from '@/parts/Tone';
import { useZone, zones } from '@/parts/zone';
import { failed } from './queries';

const schemes = [
  { value: 'light', label: <IconSun size={16} aria-label="Light" /> },
  { value: 'dark', label: <IconMoon size={16} aria-label="Dark" /> },
  { value: 'auto', label: <IconDeviceDesktop size={16} aria-label="As the system" /> },
];

/** Who one is, and how one likes the console. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const me = useMe();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" width={272} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton onClick={toggle} aria-label={`Account of ${me.displayName}`}>
          <Avatar size={30} radius="xl" color="iris" name={me.displayName} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Stack gap="sm">
          <div>
            <Text fw={600}>{me.displayName}</Text>
            <Text size="xs" c="dimmed">
              {[me.username, ...me.roles.map(words)].join(' · ')}
            </Text>
          </div>
          <Divider />
          <Looks />
          <Divider />
          <Stack gap={2}>
            <Button component={Link} to="/account" onClick={close} size="xs" variant="subtle" color="gray" justify="flex-start" leftSection={<IconUserCircle size={16} />}>
              Your account
            </Button>
            <Button onClick={() => (close(), onKeys())} size="xs" variant="subtle" color="gray" justify="flex-start" leftSection={<IconKeyboard size={16} />}>
              Keys
            </Button>
            {me.session && (
              <Button onClick={() => void signOut()} size="xs" variant="subtle" color="gray" justify="flex-start" leftSection={<IconLogout size={16} />}>
                Sign out
              </Button>
            )}
          </Stack>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Looks() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useZone();
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        data={schemes}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
        aria-label="Light or dark"
      />
      <Select
        size="xs"
        label="Times are shown in"
        data={zones}
        value={zone}
        onChange={(value) => value && setZone(value)}
        searchable
        limit={80}
        comboboxProps={{ withinPortal: false }}
      />
    </>
  );
}

/** Everything that was read goes with the page. */
export async function signOut(): Promise<void> {
  try {
    await post('/identity/sign-out');
    tell({ kind: 'out' });
    window.location.assign('/sign-in');
  } catch (error) {
    failed(error);
  }
}
