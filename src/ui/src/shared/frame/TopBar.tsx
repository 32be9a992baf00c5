import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDeviceDesktop, IconHelpCircle, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { t } from '../../texts';
import { openHelp } from './HelpDrawer';
import classes from './Frame.module.css';
import { openPalette } from './Palette';
import { SchemeItems } from './SchemeItems';

const schemeIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** Search and commands, colour scheme, help for the page on screen. */
export function TopBar() {
  const { colorScheme } = useMantineColorScheme();
  const SchemeIcon = schemeIcons[colorScheme];
  return (
    <header className={classes.bar} data-frame>
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{t.frame.search}</span>
        <Kbd size="xs" visibleFrom="sm" aria-hidden>
          {t.frame.searchKeys}
        </Kbd>
      </UnstyledButton>
      <span style={{ flex: 1 }} />
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <Tooltip label={t.frame.scheme}>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t.frame.scheme}>
              <SchemeIcon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <SchemeItems />
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t.frame.help}>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t.frame.help} onClick={openHelp}>
          <IconHelpCircle size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
