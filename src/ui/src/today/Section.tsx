import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../api/schema';
import classes from './Today.module.css';

export type Today = components['schemas']['TodayView'];

interface Props {
  title: string;
  /** How many rows there are, beside the title. */
  count?: number;
  /** Said in one quiet line when there is nothing. */
  none?: string | false;
  children?: ReactNode;
}

/** A card of the home screen: its question, the answer, or in one line that there is none. */
export function Section({ title, count, none, children }: Props) {
  return (
    <Paper component="section" aria-label={title} className={classes.card} data-none={none ? true : undefined}>
      <Title order={2} size="md">
        {title}
        {count ? (
          <Text component="span" size="xs" c="dimmed" fw={400} className={`figures ${classes.count}`}>
            {count}
          </Text>
        ) : null}
      </Title>
      {none ? <Text c="dimmed">{none}</Text> : children}
    </Paper>
  );
}
