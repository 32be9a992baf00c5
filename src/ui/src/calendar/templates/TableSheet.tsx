import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { Problem } from '../../api';
import { LineForm, showDone, showUndo } from '../../shared';
import { t } from '../../texts';
import { columnsOf, fixed, freshRow, isBlank, isWrongTime, parseBlock, paste, type Row, tidy } from './rows';
import classes from './Templates.module.css';

const words = t.postTemplates.table;
const titles: Record<string, string> = { day: words.day, place: words.place, from: words.from, to: words.to };
const wide = new Set(['place']);

interface Props {
  rows: Row[];
  variables: string[];
  onChange: (rows: Row[]) => void;
  problem: Problem | null;
  disabled: boolean;
}

/** The rows that fill a template: typed cell by cell, or pasted as a block. */
export function TableSheet({ rows, variables, onChange, problem, disabled }: Props) {
  const columns = columnsOf(rows, variables);
  const cells = useRef(new Map<string, HTMLInputElement>());
  const set = (place: number, column: string, text: string) => onChange(rows.map((row, at) => (at === place ? { ...row, cells: { ...row.cells, [column]: text } } : row)));
  const go = (row: number, column: number) => cells.current.get(`${row}/${column}`)?.focus();
  const pasting = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (disabled || !/[\t\n]/.test(text.replace(/\n$/, ''))) return;
    event.preventDefault();
    const block = parseBlock(text);
    onChange(paste(rows, columns, { row, column }, block));
    showDone(words.pasted(block.length));
  };
  const pressing = (event: KeyboardEvent, row: number, column: number) => {
    const down = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!down) return;
    event.preventDefault();
    if (event.key === 'Enter' && row === rows.length - 1 && !disabled) {
      onChange([...rows, freshRow()]);
      requestAnimationFrame(() => go(row + 1, 0));
    } else go(row + down, column);
  };
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place));
    showUndo(words.removed, () => onChange(rows));
  };
  // "rows[2].day" and "rows.2.day" both name the day of the third row.
  const wrong = new Map(Object.entries(problem?.errors ?? {}).flatMap(([field, says]) => (/^rows[[.](\d+)\]?\.(\w+)$/.exec(field) ? [[field.replace(/[[\]]+/g, '.').replace(/\.+/g, '.'), says.join(' ')] as const] : [])));
  // Blank rows are not sent, so the server does not count them.
  const sent = rows.filter((row) => !isBlank(row));
  return (
    <section aria-labelledby="template-table">
      <Title order={2} id="template-table">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm" maw={720}>
        {words.hint}
      </Text>
      {rows.length === 0 ? (
        <Text mb="sm">{words.empty}</Text>
      ) : (
        <div className={classes.sheet}>
          <table aria-labelledby="template-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {titles[column] ?? `{{${column}}}`}
                  </th>
                ))}
                <th>
                  <span className="hidden-text">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <tr key={row.key}>
                  {columns.map((column, at) => {
                    const said = wrong.get(`rows.${sent.indexOf(row)}.${column}`) ?? (isWrongTime(column, row.cells[column] ?? '') ? words.noTime : undefined);
                    return (
                      <td key={column} className={wide.has(column) || !fixed.includes(column as never) ? classes.wide : undefined} title={said}>
                        <input
                          ref={(input) => void (input ? cells.current.set(`${place}/${at}`, input) : cells.current.delete(`${place}/${at}`))}
                          aria-label={words.cell(titles[column] ?? column, place + 1)}
                          aria-invalid={said !== undefined}
                          value={row.cells[column] ?? ''}
                          readOnly={disabled}
                          autoComplete="off"
                          onChange={(event) => set(place, column, event.currentTarget.value)}
                          onBlur={(event) => {
                            const kept = tidy(column, event.currentTarget.value);
                            if (kept !== (row.cells[column] ?? '')) set(place, column, kept);
                          }}
                          onPaste={(event) => pasting(event, place, at)}
                          onKeyDown={(event) => pressing(event, place, at)}
                        />
                      </td>
                    );
                  })}
                  <td>
                    <ActionIcon variant="subtle" color="gray" mx={4} disabled={disabled} aria-label={words.removeRow(place + 1)} onClick={() => remove(place)}>
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!disabled && (
        <Group mt="sm" align="flex-end">
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onChange([...rows, freshRow()])}>
            {words.addRow}
          </Button>
          {rows.length === 0 && (
            <Button variant="default" onClick={() => onChange(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => freshRow({ day })))}>
              {words.week}
            </Button>
          )}
          {rows.length > 0 && (
            <LineForm
              bare
              label={words.addColumn}
              maxLength={60}
              onSend={async (name) => onChange(rows.map((row) => ({ ...row, cells: { [name.toLowerCase()]: '', ...row.cells } })))}
            />
          )}
        </Group>
      )}
    </section>
  );
}
