import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../texts';
import classes from './Empty.module.css';

/** An example inside an empty state, marked as such so that nobody takes it for their own data. */
export function EmptyExample({ children }: { children: ReactNode }) {
  return (
    <figure className={classes.example} style={{ margin: 0 }}>
      <Text component="figcaption" size="xs" c="dimmed" mb={4}>
        {t.states.example}
      </Text>
      {children}
    </figure>
  );
}
