import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

/** Cases of the inbox that are later than promised: the reader's, and those that are nobody's. */
export function CasesCard({ today }: { today: Today }) {
  if (today.cases.length === 0) return null;
  return (
    <Section title={t.today.cases} count={today.cases.length}>
      <ul className={classes.rows}>
        {today.cases.map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.words}>
              <Anchor component={Link} to="/inbox" search={{ case: row.id } as never} c="inherit">
                {row.author ?? t.somebody}
              </Anchor>
              <div className={classes.fine}>{row.excerpt}</div>
            </div>
            <Button variant="default" size="compact-sm" className={classes.end} component={Link} to="/inbox" search={{ case: row.id } as never} aria-label={t.today.answerOne(row.author ?? t.somebody)}>
              {row.firstAnswer ? t.today.open : t.today.answer}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
