import type { ReactNode } from 'react';
import type { Read } from '../../api/useRead';
import { ProblemPanel } from './ProblemPanel';
import { TableSkeleton } from './Skeletons';

interface Props<T> {
  read: Read<T>;
  /** The layout to come; a list by default. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The four states in one place: skeleton, problem with retry, and the page's own empty or ready. */
export function Loaded<T>({ read, skeleton = <TableSkeleton />, children }: Props<T>) {
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.problem) return <ProblemPanel problem={read.problem} retry={() => void read.refetch()} />;
  return <>{skeleton}</>;
}
