import { Code } from '@mantine/core';
import classes from './CodeLine.module.css';

/** Code to be copied: it breaks where it must, so that a telephone shows all of it. */
export function CodeLine({ children, label }: { children: string; label?: string }) {
  return (
    <Code block className={classes.line} aria-label={label}>
      {children}
    </Code>
  );
}
