import { Group, Text } from '@mantine/core';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDate, useBrand } from '../shared';
import { t } from '../texts';
import { fanDots, type FanDot } from './fan';
import { metricFormat, type Target } from './goal';
import classes from './PaceChart.module.css';

const words = t.goals.target;
const fanWords = t.foresight.fan;

const dayOf = (at: number) => formatDate(new Date(at).toISOString().slice(0, 10));

/** What was expected, what came, what may come with its intervals, and the target as a thin line. */
export default function PaceChart({ target }: { target: Target }) {
  const { currency } = useBrand();
  const format = metricFormat(target.metric, currency);
  const aim = target.sheet.target;
  const fan = target.fan.length > 0;
  return (
    <figure className={classes.figure} aria-label={`${target.metric.name}: ${words.chart}`}>
      <ResponsiveContainer width="100%" height={220}>
        <ComposedChart data={fanDots(target)} margin={{ top: 16, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} className={classes.grid} />
          {/* Days stand where they lie in time, so that a straight plan is a straight line. */}
          <XAxis dataKey="at" type="number" scale="time" domain={['dataMin', 'dataMax']} tickFormatter={dayOf} minTickGap={32} tickLine={false} axisLine={false} className={classes.axis} />
          <YAxis width={64} domain={['auto', 'auto']} tickFormatter={format} tickLine={false} axisLine={false} className={classes.axis} />
          <Tooltip isAnimationActive={false} content={({ payload }) => <Said dot={payload?.[0]?.payload as FanDot | undefined} format={format} />} />
          <Area dataKey="outer" connectNulls isAnimationActive={false} stroke="none" className={classes.outer} activeDot={false} />
          <Area dataKey="inner" connectNulls isAnimationActive={false} stroke="none" className={classes.inner} activeDot={false} />
          <Line dataKey="expected" connectNulls dot={false} isAnimationActive={false} className={classes.expected} strokeDasharray="4 4" activeDot={false} />
          <Line dataKey="middle" connectNulls dot={false} isAnimationActive={false} className={classes.middle} strokeDasharray="2 3" activeDot={false} />
          <Line dataKey="actual" connectNulls dot={false} isAnimationActive={false} className={classes.actual} />
          {aim != null && <ReferenceLine y={aim} ifOverflow="extendDomain" className={classes.target} label={{ value: `${t.goals.columns.target} ${format(aim)}`, position: 'insideTopLeft', className: classes.label }} />}
        </ComposedChart>
      </ResponsiveContainer>
      <Group component="figcaption" gap="md" className={classes.legend}>
        <Key look={classes.actualKey}>{words.actual}</Key>
        <Key look={classes.expectedKey}>{words.expected}</Key>
        {fan && (
          <>
            <Key look={classes.middleKey}>{fanWords.middle}</Key>
            <Key look={classes.innerKey}>{fanWords.inner}</Key>
            <Key look={classes.outerKey}>{fanWords.outer}</Key>
          </>
        )}
      </Group>
    </figure>
  );
}

function Key({ look, children }: { look?: string; children: string }) {
  return (
    <Text size="xs" c="dimmed" component="span">
      <span className={look} aria-hidden /> {children}
    </Text>
  );
}

function Said({ dot, format }: { dot: FanDot | undefined; format: (value: number) => string }) {
  if (!dot) return null;
  return (
    <div className={classes.said}>
      <Text size="sm" fw={600}>
        {dayOf(dot.at)}
      </Text>
      {dot.actual !== null && <Text size="sm">{`${words.actual}: ${format(dot.actual)}`}</Text>}
      {dot.expected !== null && <Text size="sm">{`${words.expected}: ${format(dot.expected)}`}</Text>}
      {dot.middle !== null && dot.actual === null && <Text size="sm">{`${fanWords.middle}: ${format(dot.middle)}`}</Text>}
      {dot.outer && dot.actual === null && <Text size="sm">{`${fanWords.outer}: ${fanWords.range(format(dot.outer[0]), format(dot.outer[1]))}`}</Text>}
    </div>
  );
}
