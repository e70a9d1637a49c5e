import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { overviewQuery } from '@/api/overview';
import { useMay } from '@/api/session';
import { type Area, areas } from './areas';
import { Mark } from './Mark';
import classes from './Nav.module.css';

export function Nav({ narrow, onNarrow, onGo }: { narrow: boolean; onNarrow?: () => void; onGo?: () => void }) {
  const may = useMay();
  const { data: overview } = useQuery({ ...overviewQuery, enabled: may('overview.read') });
  const Turn = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.nav} data-narrow={narrow || undefined} aria-label="Main">
      <div className={classes.brand}>
        <Mark />
        {!narrow && <span>ACSO</span>}
      </div>
      <ul className={classes.list}>
        {areas
          .filter((area) => !area.hidden && (!area.needs || area.needs.some(may)))
          .map((area) => (
            <li key={area.path}>
              <Entry area={area} narrow={narrow} waiting={(overview && area.waiting?.(overview)) ?? 0} onGo={onGo} />
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

function Entry({ area, narrow, waiting, onGo }: { area: Area; narrow: boolean; waiting: number; onGo?: () => void }) {
  const Sign = area.icon;
  return (
    <Tooltip label={area.title} position="right" disabled={!narrow}>
      <NavLink to={`/${area.path}`} className={classes.entry} onClick={onGo}>
        <Sign size={19} stroke={1.6} aria-hidden />
        {narrow ? <VisuallyHidden>{area.title}</VisuallyHidden> : <span className={classes.title}>{area.title}</span>}
        {waiting > 0 && (
          <span className={classes.waiting}>
            {waiting > 99 ? '99+' : waiting}
            <VisuallyHidden> waiting</VisuallyHidden>
          </span>
        )}
      </NavLink>
    </Tooltip>
  );
}
