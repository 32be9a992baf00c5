import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of the panel with its own head. */
export function Section({ id: anchor, title, action, children }: { id?: string; title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} style={{ scrollMarginTop: 'calc(var(--bw-bar) + 16px)' }}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
