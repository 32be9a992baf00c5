import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../../api';
import { Figure, formatNumber, formatPercent, Loaded, useBrand } from '../../shared';
import { t } from '../../texts';
import classes from './Stages.module.css';

const words = t.reports.stages;
const whole = (value: number) => formatNumber(value, 0);
const listOf: Record<string, Record<string, string>> = { clicks: { of: 'clicks' }, siteVisits: { of: 'views', visits: 'yes' }, events: { of: 'events' }, lead: { of: 'conversions', type: 'lead' }, signup: { of: 'conversions', type: 'signup' }, newSales: { of: 'conversions', type: 'sale' }, repeatSales: { of: 'conversions', type: 'sale' } };

/** Reach, Act, Convert, Engage: each stage with its number, its share of what it can be held against, and what it is made of. */
export function Stages({ from, until }: { from: string; until: string }) {
  const brand = useBrand();
  const read = useRead(['tracking', brand.id, 'stages', from, until], () => answer(client.GET('/api/v1/brands/{brand}/tracking/stages', { params: { path: { brand: brand.id }, query: { from, until } } })), { keep: true });
  return (
    <section>
      <Title order={2} mb="sm">
        {words.title}
      </Title>
      <Loaded read={read}>
        {(seen) => (
          <>
            <ol className={classes.stages}>
              {seen.stages.map((stage) => (
                <li key={stage.stage} className={classes.stage}>
                  <Text fw={600}>{words.names[stage.stage]}</Text>
                  <Text size="xl" fw={600} className="figures">
                    {whole(stage.count)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {words.about[stage.stage]}
                  </Text>
                  {words.shareOf[stage.stage] && (
                    <Text size="sm" component="div">
                      <Figure value={(stage.share?.value ?? 0) > 1 ? null : stage.share?.value} format={(value) => formatPercent(value, 1)} n={stage.share?.denominator} reason={stage.share ? words.more : words.noShare} /> {words.shareOf[stage.stage]}
                    </Text>
                  )}
                  {stage.figures.map((figure) => {
                    const list = listOf[figure.name];
                    const text = `${whole(figure.count)} ${(figure.count === 1 ? words.one : words.figures)[figure.name] ?? figure.name}`;
                    return (
                      <Text key={figure.name} size="sm">
                        {list && figure.count > 0 ? (
                          <Anchor underline="always" size="sm" renderRoot={(props) => <Link to={'/tracking/events' as never} search={{ ...list, from, until } as never} {...props} />}>
                            {text}
                          </Anchor>
                        ) : (
                          text
                        )}
                      </Text>
                    );
                  })}
                </li>
              ))}
            </ol>
            <Text size="xs" c="dimmed" mt="xs">
              {seen.notes.join(' ')}
            </Text>
          </>
        )}
      </Loaded>
    </section>
  );
}
