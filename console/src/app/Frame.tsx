import { AppShell, Burger, Drawer, Group } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { meQuery, notSignedIn } from '@/api/session';
import { useLive } from '@/live/useLive';
import { ErrorState } from '@/parts/States';
import { AccountMenu } from './AccountMenu';
import { FirstPaint } from './FirstPaint';
import classes from './Frame.module.css';
import { LiveDot } from './LiveDot';
import { Nav } from './Nav';
import { Palette, PaletteButton } from './Palette';
import { Shortcuts } from './Shortcuts';
import { StillThere } from './StillThere';

/** What surrounds each page for those who are signed in; the rest is sent to sign in, and back afterwards. */
export function Frame() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.data && !notSignedIn(me.error)) {
    return <Signed />;
  }
  if (notSignedIn(me.error)) {
    const to = pathname === '/overview' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={to} replace />;
  }
  return me.isPending ? <FirstPaint /> : <ErrorState error={me.error} retry={() => void me.refetch()} />;
}

function Signed() {
  useLive();
  const [drawer, { toggle, close }] = useDisclosure();
  const [keys, help] = useDisclosure();
  const [narrow, setNarrow] = useLocalStorage({ key: 'acso.rail', defaultValue: false, getInitialValueInEffect: false });
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: narrow ? 60 : 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      layout="alt"
      transitionDuration={120}
    >
      <a className="skip-link" href="#main">
        To the content
      </a>
      <AppShell.Navbar component="div" className={classes.rail}>
        <Nav narrow={narrow} onNarrow={() => setNarrow(!narrow)} />
      </AppShell.Navbar>
      <AppShell.Header component="div" role="region" aria-label="Search and account" className={classes.header}>
        <Group gap="sm" wrap="nowrap" flex={1}>
          <Burger opened={drawer} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
          <PaletteButton />
        </Group>
        <Group gap="xs" wrap="nowrap">
          <LiveDot />
          <AccountMenu onKeys={help.open} />
        </Group>
      </AppShell.Header>
      <Drawer opened={drawer} onClose={close} size={264} padding={0} withCloseButton={false} hiddenFrom="sm" title={null}>
        <Nav narrow={false} onGo={close} />
      </Drawer>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <Palette onKeys={help.open} />
      <Shortcuts opened={keys} {...help} />
      <StillThere />
    </AppShell>
  );
}
