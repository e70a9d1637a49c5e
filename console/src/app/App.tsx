import '@/theme/nonce';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { styleNonce } from '@/theme/nonce';
import { schemes, theme, variables } from '@/theme/theme';
import { queries } from './queries';
import { router } from './router';
import { StepUp } from './StepUp';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce() ?? ''}
    >
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
        <StepUp />
      </QueryClientProvider>
    </MantineProvider>
  );
}
