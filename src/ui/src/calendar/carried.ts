import type { Entry } from './draft';

/** The kind of data a dragged post carries. */
export const dragged = 'application/x-bellwether-post';

/** What is being dragged, kept here: a browser tells a place only the kind of it before it comes down. */
let carried: Entry | null = null;

export const carry = (entry: Entry | null) => {
  carried = entry;
};

export const carriedNow = () => carried;
