import { Stack, Title } from '@mantine/core';
import { locale } from '../shared';
import { t } from '../texts';
import { Outline } from './Outline';
import type { Work } from './useWork';

/** "2026-11" as "November 2026". */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
}

/** The leaves of the work by month of their day, the undated last. */
export function byMonth(rows: Work[]): [string | null, Work[]][] {
  const leaves = rows.filter((work) => work.kind !== 'tactic' && work.leaves === 1 && !rows.some((other) => other.parent === work.id));
  const dated = leaves.filter((work) => work.dueAtLatest).sort((a, b) => (a.dueAtLatest ?? '').localeCompare(b.dueAtLatest ?? '') || a.place - b.place);
  const months = new Map<string, Work[]>();
  for (const work of dated) months.set(work.dueAtLatest!.slice(0, 7), [...(months.get(work.dueAtLatest!.slice(0, 7)) ?? []), work]);
  const undated = leaves.filter((work) => !work.dueAtLatest);
  return [...months.entries(), ...(undated.length > 0 ? [[null, undated] as [null, Work[]]] : [])];
}

interface Props {
  rows: Work[];
  all?: Work[];
  today: string;
  openId: string | undefined;
  disabled: boolean;
  onOpen: (work: Work) => void;
}

/** The same work by day. */
export function Timeline({ rows, ...rest }: Props) {
  return (
    <Stack gap="xl">
      {byMonth(rows).map(([month, works]) => (
        <section key={month ?? 'none'}>
          <Title order={2} mb="xs">
            {month ? monthName(month) : t.actionItems.noDay}
          </Title>
          <Outline rows={works.map((work) => ({ ...work, depth: 0 }))} {...rest} />
        </section>
      ))}
    </Stack>
  );
}
