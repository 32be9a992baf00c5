import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { accountState } from './api/account';
import { createQueries } from './api/queries';
import { createAppRouter } from './router';
import { watchForms } from './shared/forms/watchForms';
import { ConfirmProvider } from './shared/states/confirm';
import { theme, variables } from './theme';

const queries = createQueries(() => {
  void queries.refetchQueries(accountState).then(() => router.invalidate());
});
const router = createAppRouter(queries);
const schemes = localStorageColorSchemeManager({ key: 'bellwether-scheme' });

watchForms();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" colorSchemeManager={schemes}>
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-center" limit={3} />
        <ConfirmProvider />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
