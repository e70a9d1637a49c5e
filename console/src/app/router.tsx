import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { areas } from './areas';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { NotFound } from './NotFound';
import { FirstPaint } from './FirstPaint';

const inFrame: RouteObject[] = areas.map((area) => ({
  path: `${area.path}/*`,
  lazy: async () => ({ Component: (await area.load()).default }),
  errorElement: <Broken />,
}));

export const router = createBrowserRouter([
  { path: '/setup', HydrateFallback: FirstPaint, lazy: async () => ({ Component: (await import('@/pages/setup')).default }) },
  { path: '/sign-in', HydrateFallback: FirstPaint, lazy: async () => ({ Component: (await import('@/pages/sign-in')).default }) },
  {
    path: '/',
    element: <Frame />,
    errorElement: <Broken />,
    HydrateFallback: FirstPaint,
    children: [{ index: true, element: <Navigate to="/overview" replace /> }, ...inFrame, { path: '*', element: <NotFound /> }],
  },
]);
