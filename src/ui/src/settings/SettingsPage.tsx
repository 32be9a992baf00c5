import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { settingsTabs } from '../tabs';
import { Page, useVerb, type Verb } from '../shared';
import { t } from '../texts';

interface Props {
  purpose: string;
  /** What can be added here, as the button at the right and as a command; null for who may not. */
  add: Verb | null;
  /** Whether adding is rare here. */
  rare?: boolean;
  children: ReactNode;
}

/** One page of the settings: tabs, and the one thing to add. */
export function SettingsPage({ purpose, add, rare = false, children }: Props) {
  useVerb(add);
  return (
    <Page
      title={t.settings.title}
      purpose={purpose}
      help={t.settings.help}
      tabs={settingsTabs}
      action={
        add && (
          <Button variant={rare ? 'default' : 'filled'} leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )
      }
    >
      {children}
    </Page>
  );
}
