import { IconSettings } from '@tabler/icons-react';
import { menu, todayEntry } from '../../menu';
import { t } from '../../texts';
import { BrandSwitcher } from './BrandSwitcher';
import { useCycleStand } from './cycle';
import { CycleRing } from './CycleRing';
import { PersonMenu } from './PersonMenu';
import classes from './Rail.module.css';
import { RailLink } from './RailLink';
import { lastBrand, pickBrand, useAccount } from './useAccount';
import { useUrl } from './useUrl';

/** Brand, Today, the cycle in its four groups, settings and the signed-in person. */
export function Rail({ onFollow }: { onFollow?: () => void }) {
  const { brands } = useAccount();
  const [url] = useUrl();
  const stand = useCycleStand(pickBrand(brands, url.brand, lastBrand())?.id);
  return (
    <>
      <BrandSwitcher />
      {stand && <CycleRing {...stand} onFollow={onFollow} />}
      <nav className={classes.nav} aria-label={t.frame.mainMenu}>
        <ul className={classes.list}>
          <li>
            <RailLink entry={todayEntry} onFollow={onFollow} />
          </li>
        </ul>
        {menu.map((group) => (
          <div key={group.stage}>
            <h2 className={classes.group} id={`menu-${group.stage}`}>
              {group.label}
            </h2>
            <ul className={classes.list} aria-labelledby={`menu-${group.stage}`}>
              {group.entries.map((entry) => (
                <li key={entry.to}>
                  <RailLink entry={entry} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes.foot}>
        <RailLink entry={{ label: t.frame.settings, to: '/settings', icon: IconSettings }} onFollow={onFollow} />
        <PersonMenu />
      </div>
    </>
  );
}
