import { type DragEvent, useState } from 'react';
import { carriedNow, dragged } from './carried';
import type { Entry } from './draft';

/** Makes a place take dragged posts; says which post came down. */
export function useDrop(onDrop: (entry: Entry) => void, open = true) {
  const [over, setOver] = useState(false);
  if (!open) return {};
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (!over) setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const entry = carriedNow();
      if (entry && entry.post === event.dataTransfer.getData(dragged)) onDrop(entry);
    },
  };
}
