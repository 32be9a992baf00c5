import { Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatDate, locale } from '../shared';
import { t } from '../texts';
import { minutesOf } from './hoursText';
import { clockTime, type Schemas } from './returns';
import classes from './WeekGrid.module.css';

type Week = Schemas['WeekView'];
type Row = Week['rows'][number];
const words = t.returns.week;
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const dayName = (date: string) => new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(date));

interface Props {
  week: Week;
  rows: Row[];
  onSet: (work: string | null, day: string, text: string) => void;
}

/** Work by days. Type 1:30, 1.5 or 90m; Enter goes down, Tab to the right, the arrows where they point. */
export function WeekGrid({ week, rows, onSet }: Props) {
  const cells = useRef(new Map<string, HTMLInputElement>());
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const mark = (cell: string, wrong: boolean) =>
    setUnread((now) => {
      if (now.has(cell) === wrong) return now;
      const next = new Set(now);
      if (wrong) next.add(cell);
      else next.delete(cell);
      return next;
    });
  const go = (row: number, column: number) => cells.current.get(`${row}/${column}`)?.select();
  const keys = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const at = event.currentTarget;
    const whole = at.selectionStart === 0 && at.selectionEnd === at.value.length;
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0], ArrowLeft: whole ? [0, -1] : null, ArrowRight: whole ? [0, 1] : null }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = cells.current.get(`${row + (step[0] ?? 0)}/${column + (step[1] ?? 0)}`);
    if (next && !next.disabled) next.select();
    else at.blur();
    if (next && !next.disabled) next.focus();
    else go(row, column);
  };
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label={words.label}>
          <thead>
            <tr>
              <th scope="col">{words.work}</th>
              {week.days.map((day) => (
                <th key={day} scope="col" data-today={day === week.today || undefined}>
                  {dayName(day)}
                </th>
              ))}
              <th scope="col">{words.sum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.work ?? ''}>
                <th scope="row" title={row.title}>
                  {row.work === null ? words.whole : row.title}
                </th>
                {week.days.map((day, column) => (
                  <td key={day}>
                    <Cell
                      label={words.cell(row.work === null ? words.whole : row.title, formatDate(day))}
                      minutes={row.minutes[column] ?? 0}
                      disabled={day > week.today}
                      onSet={(text) => onSet(row.work, day, text)}
                      onWrong={(wrong) => mark(`${row.work ?? ''}/${day}`, wrong)}
                      onKeyDown={(event) => keys(event, at, column)}
                      register={(input) => {
                        if (input) cells.current.set(`${at}/${column}`, input);
                        else cells.current.delete(`${at}/${column}`);
                      }}
                    />
                  </td>
                ))}
                <td className="figures">{clockTime(sum(row.minutes))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.sum}</th>
              {week.days.map((day, column) => (
                <td key={day} className="figures">
                  {clockTime(sum(rows.map((row) => row.minutes[column] ?? 0)))}
                </td>
              ))}
              <td className="figures">{clockTime(sum(rows.flatMap((row) => row.minutes)))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {unread.size > 0 && (
        <Text role="alert" size="sm" c="var(--bw-bad)">
          {words.unread(unread.size)}
        </Text>
      )}
    </>
  );
}

interface CellProps {
  label: string;
  minutes: number;
  disabled: boolean;
  onSet: (text: string) => void;
  /** Told when the cell is left and cannot be read, and when it is mended. */
  onWrong: (wrong: boolean) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  register: (input: HTMLInputElement | null) => void;
}

/** One day of one piece of work. What cannot be read stays, marked, until it is mended; Escape brings back what stood there. */
function Cell({ label, minutes, disabled, onSet, onWrong, onKeyDown, register }: CellProps) {
  const stored = minutes === 0 ? '' : clockTime(minutes);
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && minutesOf(typed) === null;
  const leave = () => {
    const read = typed === null ? null : minutesOf(typed);
    onWrong(wrong);
    if (read === null) return;
    setTyped(null);
    if (read !== minutes) onSet(typed ?? '');
  };
  return (
    <input
      ref={register}
      className={`${classes.cell} figures`}
      aria-label={label}
      aria-invalid={wrong || undefined}
      title={wrong ? words.wrong : undefined}
      inputMode="text"
      autoComplete="off"
      disabled={disabled}
      value={typed ?? stored}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setTyped(null);
          onWrong(false);
        } else onKeyDown(event);
      }}
    />
  );
}
