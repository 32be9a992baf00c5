import { type DragEvent, useState } from 'react';
import { dragged } from './PostChip';

/** Makes a place take dragged posts; says which post came down. */
export function useDrop(onDrop: (post: string) => void, open = true) {
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
      const post = event.dataTransfer.getData(dragged);
      if (post) onDrop(post);
    },
  };
}
