import { UnstyledButton } from '@mantine/core';
import { IconCalendarMonth, IconDots, IconInbox, IconSquareRoundedPlus, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { MenuEntry } from '../../menu';
import { t } from '../../texts';
import classes from './BottomBar.module.css';

const RailDrawer = lazy(() => import('./RailDrawer'));

const entries: Pick<MenuEntry, 'label' | 'to' | 'icon'>[] = [
  { label: t.today.title, to: '/', icon: IconSun },
  { label: t.entries.calendar.title, to: '/calendar', icon: IconCalendarMonth },
  { label: t.frame.newPost, to: '/calendar/new', icon: IconSquareRoundedPlus },
  { label: t.entries.inbox.title, to: '/inbox', icon: IconInbox },
];

/** The rail on a phone: the four places people go to, and the rest behind More. */
export function BottomBar() {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <nav className={classes.bar} aria-label={t.frame.quickMenu} data-frame>
        {entries.map(({ label, to, icon: Icon }) => (
          <Link key={to} to={to} className={classes.entry} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={22} stroke={1.6} />
            {label}
          </Link>
        ))}
        <UnstyledButton className={classes.entry} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <IconDots size={22} stroke={1.6} aria-hidden />
          {t.frame.more}
        </UnstyledButton>
      </nav>
      {open !== undefined && (
        <Suspense>
          <RailDrawer opened={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
