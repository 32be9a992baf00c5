import { Link } from '@tanstack/react-router';
import type { MenuEntry } from '../../menu';
import classes from './Rail.module.css';

/** One entry of the rail; marks itself on its page and on every page below it. */
export function RailLink({ entry, onFollow }: { entry: Pick<MenuEntry, 'label' | 'to' | 'icon'>; onFollow?: () => void }) {
  const Icon = entry.icon;
  return (
    <Link to={entry.to} className={classes.link} activeOptions={{ exact: entry.to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={onFollow}>
      <Icon size={18} stroke={1.6} />
      {entry.label}
    </Link>
  );
}
