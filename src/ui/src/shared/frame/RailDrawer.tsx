import { Drawer } from '@mantine/core';
import { t } from '../../texts';
import { Rail } from './Rail';

/** The whole rail on a phone. */
export default function RailDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer opened={opened} onClose={onClose} size="min(320px, 100%)" title={t.product} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Rail onFollow={onClose} />
    </Drawer>
  );
}
