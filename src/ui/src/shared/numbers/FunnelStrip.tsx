import { Anchor, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../../api';
import { t } from '../../texts';
import { ProblemPanel } from '../states/ProblemPanel';
import { Figure } from './Figure';
import { formatNumber, formatPercent } from './format';
import classes from './FunnelStrip.module.css';
import { MoneySums } from './MoneySums';

/** As long as single clicks are usually kept. */
function monthsAgo(months: number) {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

/** Clicks, visits, conversions and revenue of any node: a post, channel, account, goal, campaign or link. */
export function FunnelStrip({ subject }: { subject: string }) {
  const words = t.funnel;
  const read = useRead(['funnel', subject], () => answer(client.GET('/api/v1/funnels/{subject}', { params: { path: { subject } } })));
  if (read.problem) return <ProblemPanel problem={read.problem} retry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton height={44} />;
  const { funnel, links, dropped } = read.data;
  if (links === 0 && funnel.conversions === 0) return <Text c="dimmed">{words.nothing}</Text>;
  const lost = dropped.reduce((sum, reason) => sum + reason.hits, 0);
  const whole = (value: number) => formatNumber(value, 0);
  return (
    <section aria-label={words.label}>
      <dl className={classes.strip}>
        <div className={classes.step}>
          <dt>{words.clicks}</dt>
          <dd>
            <Figure value={funnel.clicks} format={whole} />
          </dd>
        </div>
        <div className={classes.step}>
          <dt>{words.visits}</dt>
          <dd>
            <Figure value={funnel.visits} format={whole} />
          </dd>
        </div>
        <div className={classes.step}>
          <dt>{words.conversions}</dt>
          <dd>
            <Figure value={funnel.conversions} format={whole} />
          </dd>
        </div>
        <div className={classes.step}>
          <dt>{words.rate}</dt>
          <dd>
            <Figure value={funnel.rate?.value} format={formatPercent} n={funnel.clicks} reason={words.noClicks} />
          </dd>
        </div>
        <div className={classes.step}>
          <dt>{words.revenue}</dt>
          <dd>
            <MoneySums sums={funnel.revenue} />
          </dd>
        </div>
      </dl>
      <Text size="xs" c="dimmed" mt={4}>
        {words.links(links)}
        {funnel.rate && funnel.rate.numerator !== funnel.conversions && ` · ${words.joined(whole(funnel.rate.numerator ?? 0), whole(funnel.conversions))}`}
        {lost > 0 && ` · ${words.dropped(whole(lost))}`}
        {(['clicks', 'conversions'] as const)
          .filter((of) => funnel[of] > 0)
          .map((of) => (
            <span key={of}>
              {' · '}
              <Anchor size="xs" underline="always" renderRoot={(props) => <Link to={'/tracking/events' as never} search={{ of, subject, from: monthsAgo(13) } as never} {...props} />}>
                {words.see[of]}
              </Anchor>
            </span>
          ))}
      </Text>
    </section>
  );
}
