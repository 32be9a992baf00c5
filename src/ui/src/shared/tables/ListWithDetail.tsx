import { ActionIcon, Drawer, Group, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../../texts';
import classes from './ListWithDetail.module.css';

export interface DetailPanelProps {
  title: ReactNode;
  onClose: () => void;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A list with room beside it. `detail` is a DetailPanel while something is open, else nothing. */
export function ListWithDetail({ children, detail }: { children: ReactNode; detail?: ReactNode }) {
  return (
    <div className={classes.both} data-open={detail ? true : undefined}>
      <div className={classes.list}>{children}</div>
      {detail}
    </div>
  );
}

/** The opened row: beside the list where there is room, over the whole screen where there is not. Escape closes it. */
export function DetailPanel({ title, onClose, actions, children }: DetailPanelProps) {
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  if (!wide) {
    return (
      <Drawer opened onClose={onClose} position="right" size="min(640px, 100%)" title={title} closeButtonProps={{ 'aria-label': t.actions.close }}>
        {actions && <Group mb="md">{actions}</Group>}
        {children}
      </Drawer>
    );
  }
  return (
    <BesidePanel title={title} onClose={onClose} actions={actions}>
      {children}
    </BesidePanel>
  );
}

/** Whether Escape belongs to what has the focus: a dialogue, an open list, or a field with something in it, which it only leaves. */
function staysOpen(at: HTMLElement | null): boolean {
  if (at?.closest?.('[role="dialog"], [role="listbox"], [role="menu"], [aria-expanded="true"]')) return true;
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.value.trim() !== '';
}

function BesidePanel({ title, onClose, actions, children }: DetailPanelProps) {
  const id = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    // Asked before the field hears of the key: a list that is open closes first, and a field is left before its panel is.
    const stays = { now: false };
    const before = (event: KeyboardEvent) => {
      stays.now = event.key === 'Escape' && staysOpen(event.target as HTMLElement | null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (stays.now) (event.target as HTMLElement).blur?.();
      else close.current();
    };
    window.addEventListener('keydown', before, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', before, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <aside className={classes.panel} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
        <Title order={2} id={id} flex={1} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {actions}
          <ActionIcon variant="subtle" color="gray" aria-label={t.actions.close} onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {children}
    </aside>
  );
}
