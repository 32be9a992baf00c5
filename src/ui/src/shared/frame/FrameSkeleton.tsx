import { Skeleton, Stack } from '@mantine/core';
import { t } from '../../texts';
import { PageSkeleton } from '../states/Skeletons';
import classes from './Frame.module.css';

/** The frame's own shape, before it is known who is signed in. */
export function FrameSkeleton() {
  return (
    <div className={classes.frame} role="status" aria-label={t.states.loading}>
      <div className={classes.rail} aria-hidden>
        <Stack gap="md" p="md">
          <Skeleton h={32} />
          {[90, 120, 100, 80, 110, 95, 105].map((w) => (
            <Skeleton key={w} h={14} w={w} />
          ))}
        </Stack>
      </div>
      <div className={classes.side} aria-hidden>
        <div className={classes.bar} />
        <div className={classes.main}>
          <PageSkeleton />
        </div>
      </div>
    </div>
  );
}
