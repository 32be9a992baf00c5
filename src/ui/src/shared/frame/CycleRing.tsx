import { Tooltip } from '@mantine/core';
import type { Stage } from '../../menu';
import { t } from '../../texts';
import type { CycleStand } from './cycle';
import classes from './CycleRing.module.css';

const stages: Stage[] = ['plan', 'do', 'see', 'learn'];
const radius = 11;
const length = 2 * Math.PI * radius;
const gap = 4;

/** Four arcs, one for each part of the cycle; what is behind is pale, what goes on now is strong. */
export function CycleRing({ at, next, size = 30 }: CycleStand & { size?: number }) {
  const first = Math.min(...at.map((stage) => stages.indexOf(stage)));
  const name = at.map((stage) => t.frame.groups[stage]).join(t.frame.cycle.and);
  const words = [t.frame.cycle.stage(name), next ? t.frame.cycle.next(next) : ''].filter(Boolean).join('. ');
  return (
    <Tooltip label={words}>
      <div className={classes.ring} tabIndex={0} role="img" aria-label={words}>
        <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden>
          {stages.map((key, i) => (
            <circle
              key={key}
              className={at.includes(key) ? classes.here : i < first ? classes.behind : classes.ahead}
              cx="14"
              cy="14"
              r={radius}
              fill="none"
              strokeWidth="4"
              strokeDasharray={`${length / 4 - gap} ${length}`}
              transform={`rotate(${i * 90 - 90 + (gap / 2 / length) * 360} 14 14)`}
            />
          ))}
        </svg>
        <span className={classes.words}>
          <span className={classes.stage}>{name}</span>
          {next && <span className={classes.next}>{next}</span>}
        </span>
      </div>
    </Tooltip>
  );
}
