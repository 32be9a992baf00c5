import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { t } from '../../texts';

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** Light, dark or as the device says, as entries of a menu. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t.frame.scheme}</Menu.Label>
      {(Object.keys(icons) as MantineColorScheme[]).map((scheme) => {
        const Icon = icons[scheme];
        return (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t.frame.schemes[scheme]}
          </Menu.Item>
        );
      })}
    </>
  );
}
