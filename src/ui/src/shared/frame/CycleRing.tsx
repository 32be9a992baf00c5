import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Stage } from '../../menu';
import { t } from '../../texts';
import type { CycleStand } from './cycle';
import classes from './CycleRing.module.css';

const stages: Stage[] = ['plan', 'do', 'see', 'learn'];
const radius = 11;
const length = 2 * Math.PI * radius;
const gap = 4;

/** Four arcs, one for each part of the cycle; what is behind is pale, what goes on now is strong. Leads to what comes next. */
export function CycleRing({ at, stage, next, to, search, hash, plan, size = 30, onFollow }: CycleStand & { size?: number; onFollow?: () => void }) {
  const first = Math.min(...at.map((stage) => stages.indexOf(stage)));
  const following = next && t.frame.cycle.next(next);
  const words = [t.frame.cycle.whole(plan.title, stage), following].filter(Boolean).join('. ');
  return (
    <Tooltip label={words} multiline maw={320}>
      <Link to={to} search={{ ...search, plan: plan.id } as never} hash={hash} className={classes.ring} onClick={onFollow}>
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
          <span className="hidden-text">{`${plan.title}:`}</span>
          <span className={classes.stage}>{stage}</span>
          {following && <span className={classes.next}>{following}</span>}
        </span>
      </Link>
    </Tooltip>
  );
}
