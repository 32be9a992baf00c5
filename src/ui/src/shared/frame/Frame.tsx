import { Outlet } from '@tanstack/react-router';
import { t } from '../../texts';
import { Empty } from '../states/Empty';
import { BottomBar } from './BottomBar';
import classes from './Frame.module.css';
import { HelpDrawer } from './HelpDrawer';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useAccount } from './useAccount';

/** Everything around a page: rail, top bar, bottom bar on phones, search and help. */
export function Frame() {
  const { brands } = useAccount();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t.frame.skip}
      </a>
      <aside className={classes.rail} data-frame>
        <Rail />
      </aside>
      <div className={classes.side}>
        <TopBar />
        <main id="content" className={classes.main} tabIndex={-1}>
          {brands.length > 0 ? <Outlet /> : <Empty title={t.states.noBrandTitle} text={t.states.noBrand} />}
        </main>
      </div>
      <BottomBar />
      <Palette />
      <HelpDrawer />
    </div>
  );
}
