import { useMemo, useState } from 'react';

export interface Selection<Row> {
  rows: Row[];
  has: (key: string) => boolean;
  toggle: (key: string) => void;
  toggleAll: () => void;
  clear: () => void;
  all: boolean;
}

/** Which of the rows on screen are marked. A row that is filtered away is no longer marked. */
export function useSelection<Row>(visible: Row[], rowKey: (row: Row) => string): Selection<Row> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => visible.filter((row) => marked.has(rowKey(row))), [visible, marked, rowKey]);
  const all = rows.length > 0 && rows.length === visible.length;
  return {
    rows,
    all,
    has: (key) => marked.has(key),
    toggle: (key) => {
      const next = new Set(marked);
      if (!next.delete(key)) next.add(key);
      setMarked(next);
    },
    toggleAll: () => setMarked(all ? new Set() : new Set(visible.map(rowKey))),
    clear: () => setMarked(new Set()),
  };
}
