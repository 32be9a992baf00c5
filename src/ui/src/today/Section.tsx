import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../api/schema';

export type Today = components['schemas']['TodayView'];

/** A card of the home screen: its question, the answer, or that there is none. */
export function Section({ title, none, children }: { title: string; none?: string | false; children?: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="md" mb="sm">
        {title}
      </Title>
      {none ? <Text c="dimmed">{none}</Text> : children}
    </Paper>
  );
}
