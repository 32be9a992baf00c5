import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { components } from '../api';
import { formatNumber, formatPercent } from '../shared';
import { t } from '../texts';
import classes from './Grid.module.css';
import { GridCell } from './GridCell';
import { cellKey, type Edits, parseBlock, type Place, spread, step } from './gridState';
import { periodName } from './periodName';

type View = components['schemas']['MeasureGridView'];
type Result = components['schemas']['CellResult'];
const words = t.grid;

interface Props {
  view: View;
  edits: Edits;
  results: Map<string, Result>;
  mayChange: boolean;
  change: (changes: Record<string, string | undefined>) => void;
  undo: () => void;
}

function look(result: Result | undefined): 'bad' | 'changed' | 'replaces' {
  if (result?.outcome === 'bad') return 'bad';
  return result?.outcome === 'replaced' || result?.outcome === 'kept' ? 'replaces' : 'changed';
}

/** What is missing at the end so that, scrolled there, no period stands half under the names. */
function restOf(sheet: HTMLElement): number {
  const heads = [...sheet.querySelectorAll<HTMLElement>('thead th')];
  const names = heads[0]?.offsetWidth ?? 0;
  const hidden = sheet.scrollWidth - sheet.clientWidth;
  const first = heads.slice(1).find((head) => head.offsetLeft - names >= hidden);
  return hidden > 0 && first ? first.offsetLeft - names - hidden : 0;
}

/** Metrics by periods, to be typed and pasted into as into a spreadsheet. */
export function Grid({ view, edits, results, mayChange, change, undo }: Props) {
  const [at, setAt] = useState<Place>({ row: 0, column: Math.max(0, view.periods.length - 1) });
  const [draft, setDraft] = useState<string | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [rest, setRest] = useState(0);
  useLayoutEffect(() => {
    if (sheet.current) setRest(restOf(sheet.current));
  }, []);
  useEffect(() => {
    // The latest periods are those that numbers are typed into.
    if (sheet.current) sheet.current.scrollLeft = sheet.current.scrollWidth;
  }, [rest]);
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const metrics = view.rows.map((row) => row.metric.key);
  const stored = (row: number, column: number) => view.rows[row]?.numbers.find((number) => number.place === column)?.text ?? '';
  const keyAt = (place: Place) => cellKey(metrics[place.row] ?? '', view.periods[place.column] ?? '');
  const textAt = (place: Place) => edits[keyAt(place)] ?? stored(place.row, place.column);

  const go = (place: Place) => {
    setAt(place);
    cells.current.get(`${place.row}/${place.column}`)?.focus();
  };
  const commit = () => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== textAt(at)) change({ [keyAt(at)]: text === '' || text === stored(at.row, at.column) ? undefined : text });
    setDraft(null);
  };
  const typing = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setDraft(null);
      requestAnimationFrame(() => go(at));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      commit();
      const next = event.key === 'Enter' ? 'ArrowDown' : event.shiftKey ? 'ArrowLeft' : 'ArrowRight';
      requestAnimationFrame(() => go(step(next, at, metrics.length, view.periods.length) ?? at));
    }
  };
  const choosing = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    if (control && letter === 'z') {
      event.preventDefault();
      undo();
    } else if (mayChange && control && letter === 'r' && at.column > 0) {
      event.preventDefault();
      const left = textAt({ row: at.row, column: at.column - 1 });
      if (left) change({ [keyAt(at)]: left });
    } else if (mayChange && event.key === 'F2') setDraft(textAt(at));
    else if (mayChange && (event.key === 'Delete' || event.key === 'Backspace')) change({ [keyAt(at)]: undefined });
    else if (mayChange && !control && !event.altKey && event.key.length === 1) {
      event.preventDefault();
      setDraft(event.key);
    } else {
      const next = step(event.key, at, metrics.length, view.periods.length, control);
      if (!next) return;
      event.preventDefault();
      go(next);
    }
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!mayChange || draft !== null || text === '') return;
    event.preventDefault();
    change(spread(parseBlock(text), at, metrics, view.periods));
  };
  const understood = (row: number, result: Result | undefined) => {
    if (!result || result.outcome === 'bad' || result.message) return result?.message;
    if (result.value === null) return null;
    return words.understood(view.rows[row]?.metric.unit === 'percent' ? formatPercent(result.value, 4) : formatNumber(result.value, 6));
  };
  return (
    <div className={classes.scroll} ref={sheet} onPaste={paste}>
      <table role="grid" aria-label={words.label} aria-readonly={!mayChange} className={classes.grid} style={{ marginRight: rest }}>
        <thead>
          <tr>
            <th scope="col">{words.metric}</th>
            {view.periods.map((start) => (
              <th key={start} scope="col">
                {periodName(start, view.length)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ metric }, row) => (
            <tr key={metric.key}>
              <th scope="row" title={metric.name}>
                {metric.name}
              </th>
              {view.periods.map((start, column) => {
                const key = cellKey(metric.key, start);
                const active = at.row === row && at.column === column;
                return (
                  <GridCell
                    key={start}
                    label={words.cellLabel(metric.name, periodName(start, view.length))}
                    text={edits[key] ?? stored(row, column)}
                    state={edits[key] === undefined ? undefined : look(results.get(key))}
                    message={edits[key] === undefined ? null : understood(row, results.get(key))}
                    active={active}
                    draft={active ? draft : null}
                    onDraft={setDraft}
                    onChoose={() => {
                      if (!active) {
                        commit();
                        setAt({ row, column });
                      }
                    }}
                    onEdit={() => mayChange && setDraft(textAt({ row, column }))}
                    onKeyDown={draft === null ? choosing : typing}
                    onLeave={commit}
                    register={(element) => {
                      if (element) cells.current.set(`${row}/${column}`, element);
                    }}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
