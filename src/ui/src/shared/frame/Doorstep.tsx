import { Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { t } from '../../texts';
import classes from './Doorstep.module.css';

/** A page outside the frame: signing in and setting up. */
export function Doorstep({ title, purpose, wide = false, children }: { title: string; purpose: string; wide?: boolean; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title]);
  return (
    <main className={classes.ground}>
      <div className={classes.column} data-wide={wide || undefined}>
        <p className={classes.product}>
          <img src="/bellwether.svg" alt="" width={24} height={24} /> {t.product}
        </p>
        <Paper p={{ base: 'md', xs: 'xl' }}>
          <Title order={1}>{title}</Title>
          <Text c="dimmed" mb="lg">
            {purpose}
          </Text>
          {children}
        </Paper>
      </div>
    </main>
  );
}
