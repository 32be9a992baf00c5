import { Tooltip } from '@mantine/core';
import { t } from '../../texts';
import classes from './SmartMarks.module.css';

export type SmartLetter = 'S' | 'M' | 'A' | 'R' | 'T';

export interface SmartMark {
  letter: SmartLetter;
  verdict: 'pass' | 'warn' | 'fail';
  /** Why, in one sentence. */
  reason?: string;
}

const letters: SmartLetter[] = ['S', 'M', 'A', 'R', 'T'];
const signs = { pass: '', warn: '?', fail: '\u00d7' };

/** The five letters; each says on hover or focus why it is fulfilled or not. */
export function SmartMarks({ marks }: { marks: SmartMark[] }) {
  return (
    <span className={classes.marks} role="group" aria-label={t.smart.label}>
      {letters.map((letter) => {
        const mark = marks.find((m) => m.letter === letter);
        const verdict = mark?.verdict ?? 'fail';
        const words = `${t.smart[letter]}: ${t.smart[verdict]}${mark?.reason ? `. ${mark.reason}` : ''}`;
        return (
          <Tooltip key={letter} label={words}>
            <span className={classes.mark} data-verdict={verdict} role="img" aria-label={words} tabIndex={0}>
              {letter}
              <sup aria-hidden>{signs[verdict]}</sup>
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}
