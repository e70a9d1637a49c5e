import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { useMay } from '@/api/session';
import { type Area, areas } from './areas';
import { Mark } from './Mark';
import classes from './Nav.module.css';

export function Nav({ narrow, onNarrow, onGo }: { narrow: boolean; onNarrow?: () => void; onGo?: () => void }) {
  const may = useMay();
  const Turn = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.nav} data-narrow={narrow || undefined} aria-label="Main">
      <div className={classes.brand}>
        <Mark />
        {!narrow && <span>ACSO</span>}
      </div>
      <ul className={classes.list}>
        {areas
          .filter((area) => !area.hidden && (!area.needs || may(area.needs)))
          .map((area) => (
            <li key={area.path}>
              <Entry area={area} narrow={narrow} onGo={onGo} />
            </li>
          ))}
      </ul>
      {onNarrow && (
        <ActionIcon className={classes.turn} onClick={onNarrow} aria-label={narrow ? 'Wide menu' : 'Narrow menu'}>
          <Turn size={18} stroke={1.6} />
        </ActionIcon>
      )}
    </nav>
  );
}

function Entry({ area, narrow, onGo }: { area: Area; narrow: boolean; onGo?: () => void }) {
  const Sign = area.icon;
  return (
    <Tooltip label={area.title} position="right" disabled={!narrow}>
      <NavLink to={`/${area.path}`} className={classes.entry} onClick={onGo} aria-label={area.title}>
        <Sign size={19} stroke={1.6} aria-hidden />
        {!narrow && <span>{area.title}</span>}
      </NavLink>
    </Tooltip>
  );
}
