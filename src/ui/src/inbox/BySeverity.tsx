import { Text, Title } from '@mantine/core';
import type { components } from '../api';
import { Figure } from '../shared';
import { t } from '../texts';
import { spanInWords } from './inbox';
import classes from './Inbox.module.css';

const words = t.inbox.figures;
type One = components['schemas']['CareFigure'];

/** The median of the first answer for each severity, beside what is promised. */
export function BySeverity({ figures, day }: { figures: One[]; day: number }) {
  const most = Math.max(1, ...figures.flatMap((one) => [one.firstAnswer ?? 0, one.answered > 0 ? (one.answerWithin ?? 0) : 0]));
  const share = (minutes: number) => `${Math.min(100, (minutes / most) * 100)}%`;
  const span = (minutes: number) => spanInWords(minutes, day);
  return (
    <section>
      <Title order={2}>{words.bySeverity}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.bySeverityNote}
      </Text>
      <div className={classes.rows}>
        {figures.map((one) => {
          const name = t.inbox.severities[one.severity!];
          return (
            <div key={one.severity} className={classes.row}>
              <Text size="sm">{name}</Text>
              <div
                className={classes.track}
                role="img"
                aria-label={one.firstAnswer === null ? `${name}: ${words.noAnswer}` : words.barLabel(name, span(one.firstAnswer), span(one.answerWithin ?? 0), one.answered)}
              >
                {one.firstAnswer !== null && (
                  <>
                    <span className={classes.bar} style={{ width: share(one.firstAnswer) }} />
                    <span className={classes.promise} style={{ left: `calc(${share(one.answerWithin ?? 0)} - 2px)` }} />
                  </>
                )}
              </div>
              <Text component="div" size="sm" className={classes.value}>
                <Figure value={one.firstAnswer} format={span} n={one.answered} reason={words.noAnswer} />
              </Text>
            </div>
          );
        })}
      </div>
    </section>
  );
}
