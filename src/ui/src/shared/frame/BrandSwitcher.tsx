import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { t } from '../../texts';
import classes from './Switcher.module.css';
import { lastBrand, pickBrand, useAccount, useSwitchBrand } from './useAccount';
import { useUrl } from './useUrl';

/** Whose plan is on screen. With one brand it is a name, with more a menu. */
export function BrandSwitcher() {
  const { brands, workspace } = useAccount();
  const [url] = useUrl();
  const choose = useSwitchBrand();
  const brand = pickBrand(brands, url.brand, lastBrand());
  const name = brand?.name ?? workspace?.name ?? t.product;
  const face = (
    <>
      <Avatar size={28} radius="md" color="teal" variant="filled" aria-hidden>
        {name.charAt(0).toUpperCase()}
      </Avatar>
      <span className={classes.words}>
        <Text span className={classes.name}>
          {name}
        </Text>
        {workspace && workspace.name !== name && (
          <Text span size="xs" c="dimmed" className={classes.name}>
            {workspace.name}
          </Text>
        )}
      </span>
    </>
  );
  if (brands.length < 2) return <div className={classes.face}>{face}</div>;
  return (
    <Menu position="bottom-start" width={212}>
      <Menu.Target>
        <UnstyledButton className={classes.face} data-button>
          <span className="hidden-text">{`${t.frame.switchBrand}:`}</span>
          {face}
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.frame.brand}</Menu.Label>
        {brands.map((b) => (
          <Menu.Item key={b.id} onClick={() => choose(b.id)} rightSection={b.id === brand?.id ? <IconCheck size={16} aria-hidden /> : null}>
            {b.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
