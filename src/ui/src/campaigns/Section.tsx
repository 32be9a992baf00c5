import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of the panel with its own head. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h4" id={id} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
