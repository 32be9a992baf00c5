import { Divider, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { answer, client, type components, useRead } from '../api';
import { DetailPanel, formatMoney, formatPercent, Loaded, Moment, useBrand } from '../shared';
import { t } from '../texts';
import classes from './Credit.module.css';
import { ago, type By, type Model, nameOf, type Report } from './credit';

type One = components['schemas']['CreditedConversion'];
type Touch = components['schemas']['TouchView'];
const words = t.credit;

interface Props {
  report: Report;
  /** The row that is asked about; “unattributed” for what nobody known led to. */
  row: string;
  and: string | undefined;
  model: Model;
  asked: { from: string; until: string; by: By; lookBackDays: number | undefined; transform: 'every' | 'exposure' | 'first'; plan: string | undefined };
  onClose: () => void;
}

/** The conversions behind a figure, each with the way that led to it. */
export function CreditPanel({ report, row, and, model, asked, onClose }: Props) {
  const brand = useBrand();
  const key = row === 'unattributed' ? undefined : row;
  const silent = report.silent.some((one) => one.model === model);
  const query = { ...asked, key, and, model: silent ? 'lastNonDirect' as const : model, take: 50 };
  const read = useRead(['credits', brand.id, 'behind', query], () => answer(client.GET('/api/v1/brands/{brand}/credits/conversions', { params: { path: { brand: brand.id }, query } })), { keep: true });
  const name = (of: string) => nameOf(of, report.rows.find((each) => each.key === of)?.title, report.by);
  const title = key === undefined ? words.panel.unattributed : and ? words.panel.both(name(key), name(and)) : words.panel.of(name(key));
  return (
    <DetailPanel title={title} onClose={onClose}>
      <Loaded read={read}>
        {({ count, items, sharedTogether }) => (
          <Stack gap="md">
            <Text c="dimmed" size="sm">
              {count === 0 ? words.panel.none : words.panel.count(count)}
              {count > items.length && `. ${words.panel.shown(items.length)}`}
              {sharedTogether && key !== undefined && ` ${words.panel.sharedTogether}`}
            </Text>
            {items.map((one) => (
              <Fragment key={one.id}>
                <Divider />
                <Way one={one} own={key} by={report.by} zone={brand.zone} />
              </Fragment>
            ))}
          </Stack>
        )}
      </Loaded>
    </DetailPanel>
  );
}

function Way({ one, own, by, zone }: { one: One; own: string | undefined; by: By; zone: string }) {
  const type = t.tracking.conversions.types[one.type] ?? one.type;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {one.externalId}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          <Moment at={one.at} zone={zone} />
        </Text>
      </Group>
      {one.share !== null && (
        <Text size="xs" className="figures">
          {words.panel.share(formatPercent(one.share, 0), one.credit ? formatMoney(one.credit) : null)}
        </Text>
      )}
      <ol className={classes.way} aria-label={words.panel.way}>
        {one.touches.map((touch, place) => (
          // A path may hold the same touch twice; its place is what tells them apart.
          <li key={`${touch.at} ${place}`}>
            <Step touch={touch} own={touch.key === own} by={by} />
            <IconArrowRight size={14} aria-hidden />
          </li>
        ))}
        <li>
          <span className={`${classes.step} ${classes.done}`}>
            {type}
            {one.value && ` ${formatMoney(one.value)}`}
          </span>
        </li>
      </ol>
      {one.touches.length === 0 && (
        <Text size="xs" c="dimmed">
          {words.panel.noWay}
        </Text>
      )}
    </Stack>
  );
}

function Step({ touch, own, by }: { touch: Touch; own: boolean; by: By }) {
  const name = nameOf(touch.key, touch.title, by);
  const detail = touch.sourceTitle && touch.sourceTitle !== name ? touch.sourceTitle : null;
  return (
    <span className={`${classes.step} ${own ? classes.own : ''} ${touch.counts ? '' : classes.old}`} title={t.tracking.groups[touch.group]}>
      {name}
      {detail && ` · ${detail}`}
      {touch.isDeal && ` (${words.panel.code})`}
      {`, ${ago(touch.daysBefore)}`}
      {!touch.counts && `, ${words.panel.tooOld}`}
    </span>
  );
}
