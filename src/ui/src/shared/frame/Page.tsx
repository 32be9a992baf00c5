import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Tab } from '../../menu';
import { t } from '../../texts';
import { HeadAction } from '../states/headAction';
import { usePageHelp } from './help';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** One sentence: what this page is for. */
  purpose: string;
  /** The one primary action, usually a Button. */
  action?: ReactNode;
  /** Tabs are pages of their own: `calendarTabs` of menu.ts. */
  tabs?: Tab[];
  /** What needs somebody now; stands before everything else. */
  attention?: ReactNode;
  /** Paragraphs of the help drawer, from the catalogue. */
  help?: string[];
  children: ReactNode;
}

/** The head that every page shares. Also sets the window's title and the help text. */
export function Page({ title, purpose, action, tabs, attention, help, children }: Props) {
  usePageHelp(title, help);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a telephone the tabs are wider than the screen; the one that is open is not to be searched for.
    const bringIn = () => {
      const [row, open] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
      if (row && open) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
    };
    bringIn();
    window.addEventListener('resize', bringIn);
    return () => window.removeEventListener('resize', bringIn);
  }, [tabs]);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.words}>
          <Title order={1}>{title}</Title>
          <Text c="dimmed">{purpose}</Text>
        </div>
        {action}
      </div>
      {tabs && (
        <nav aria-label={title} data-frame>
          <ul className={classes.tabs} ref={list}>
            {tabs.map((tab) => (
              <li key={tab.to}>
                <Link to={tab.to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
                  {tab.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {attention && <div className={classes.attention}>{attention}</div>}
      <HeadAction value={action !== undefined && action !== null && action !== false}>{children}</HeadAction>
    </>
  );
}
