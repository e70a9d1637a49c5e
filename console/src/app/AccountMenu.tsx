import { Avatar, Menu, SegmentedControl, Select, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { post } from '@/api/client';
import { useMe } from '@/api/session';
import { useZone, zones } from '@/parts/zone';

const schemes = [
  { value: 'light', label: <IconSun size={16} aria-label="Light" /> },
  { value: 'dark', label: <IconMoon size={16} aria-label="Dark" /> },
  { value: 'auto', label: <IconDeviceDesktop size={16} aria-label="As the system" /> },
];

export function AccountMenu() {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useZone();
  return (
    <Menu position="bottom-end" width={264} shadow="md">
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${me.displayName}`}>
          <Avatar size={30} radius="xl" color="iris" name={me.displayName} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={0} px="sm" py="xs">
          <Text fw={600}>{me.displayName}</Text>
          <Text size="xs" c="dimmed">
            {me.username} · {me.roles.join(', ')}
          </Text>
        </Stack>
        <Menu.Divider />
        <Stack gap="xs" px="sm" py="xs">
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
            comboboxProps={{ withinPortal: false }}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
          Your account
        </Menu.Item>
        {me.session && (
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            Sign out
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

async function signOut() {
  await post('/identity/sign-out');
  window.location.assign('/sign-in');
}
