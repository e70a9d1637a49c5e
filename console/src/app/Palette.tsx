import { Kbd, Text, UnstyledButton } from '@mantine/core';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useMay } from '@/api/session';
import { areas } from './areas';
import classes from './Palette.module.css';

/** Everything that can be reached or done, by a few letters of its name. */
export function Palette() {
  const navigate = useNavigate();
  const may = useMay();
  const actions: SpotlightActionData[] = areas
    .filter((area) => !area.needs || may(area.needs))
    .map((area) => ({
      id: area.path,
      label: area.title,
      description: `g ${area.key}`,
      leftSection: <area.icon size={20} stroke={1.6} />,
      onClick: () => void navigate(`/${area.path}`),
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K', '/']}
      nothingFound="Nothing of that name"
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: 'Go to…', 'aria-label': 'Go to' }}
    />
  );
}

export function PaletteButton() {
  return (
    <UnstyledButton className={classes.button} onClick={spotlight.open} aria-label="Search and commands">
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <Text component="span" size="sm" flex={1}>
        Search or jump to…
      </Text>
      <Kbd size="xs" visibleFrom="sm">
        Ctrl K
      </Kbd>
    </UnstyledButton>
  );
}
