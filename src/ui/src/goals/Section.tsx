import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Term, type TermKey } from '../shared';

/** A part of the panel with its own head; a word of the trade in it is explained. */
export function Section({ id: anchor, title, term, action, children }: { id?: string; title: string; term?: TermKey; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} style={{ scrollMarginTop: 'calc(var(--bw-bar) + 16px)' }}>
      <Group justify="space-between" mb="xs">
        <Group gap={4} wrap="nowrap">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {term && <Term of={term} />}
        </Group>
        {action}
      </Group>
      {children}
    </section>
  );
}
