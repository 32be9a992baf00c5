import { Button, FileButton, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../shared';
import { t } from '../texts';
import type { Schemas } from './returns';

type Left = Schemas['RowNotTaken'];
const words = t.returns.ads;

const columns: Column<Left>[] = [
  { key: 'line', title: words.line, align: 'right', cell: (row) => (row.line > 0 ? row.line : '') },
  { key: 'reason', title: words.reason, primary: true, cell: (row) => row.reason },
  { key: 'text', title: words.row, cell: (row) => row.text, hideBelow: 720 },
];

interface HeadProps {
  title: string;
  text: string;
  choose: string;
  /** Without it nobody is asked for a file. */
  onFile?: (file: File) => void;
  busy: boolean;
}

/** What a file brings, and the way to choose it. */
export function FileHead({ title, text, choose, onFile, busy }: HeadProps) {
  return (
    <>
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        {onFile && (
          <FileButton onChange={(file) => file && onFile(file)} accept=".csv,.tsv,.txt,.xlsx,.xls">
            {(props) => (
              <Button {...props} variant="default" size="compact-sm" loading={busy}>
                {choose}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {text}
      </Text>
    </>
  );
}

/** What would come of the file that was looked at: taken, or left. */
export function TakeLine({ name, found, take, busy, nothing, onTake, onLeave }: { name: string; found: ReactNode; take: string; busy: boolean; nothing: boolean; onTake: () => void; onLeave: () => void }) {
  return (
    <Group>
      <Text style={{ overflowWrap: 'anywhere' }}>
        <strong>{name}</strong> · {found}
      </Text>
      <Group gap="xs">
        <Button loading={busy} disabled={nothing} onClick={onTake}>
          {take}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t.actions.cancel}
        </Button>
      </Group>
    </Group>
  );
}

/** The lines of a file that are not taken, each with its reason. */
export function NotTaken({ name, rows }: { name: string; rows: Left[] }) {
  return rows.length === 0 ? null : <DataTable name={name} label={words.reason} rows={rows} columns={columns} rowKey={(row) => `${row.line} ${row.text}`} rowName={(row) => `${words.line} ${row.line}`} take={25} />;
}
