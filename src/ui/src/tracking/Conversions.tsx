import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, EmptyExample, type Filter, formatDate, Loaded, Moment, MoneySums, NoData, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { ConversionImports } from './ConversionImports';
import { ImportConversions } from './ImportConversions';
import { useAnyConversion } from './useAnyConversion';

type Conversion = components['schemas']['ConversionView'];
const words = t.tracking.conversions;
const typeOf = (one: Conversion) => words.types[one.type] ?? one.type;

const example = `POST /t/conversions
{ "externalId": "order-1001", "type": "sale",
  "value": { "amount": 12.50, "currency": "EUR" },
  "code": "TACO10X" }`;

const filters: Filter<Conversion>[] = [
  {
    key: 'matched',
    label: words.matchedBy,
    options: [
      { value: 'yes', label: words.joined },
      { value: 'no', label: words.matches.nothing ?? '' },
    ],
    test: (one, value) => (one.matchedBy === 'nothing') === (value === 'no'),
  },
];

/** Sales, leads and sign-ups of the chosen days, each with how it was joined to what led to it. */
export function Conversions({ from, until }: { from: string; until: string }) {
  const brand = useBrand();
  const mayVoid = useMay('editNumbers');
  const read = useRead(['conversions', brand.id, { from, until }], () => answer(client.GET('/api/v1/conversions', { params: { query: { brand: brand.id, from, until, take: 200 } } })), { keep: true });
  const onOtherDays = useAnyConversion(read.data?.items.length === 0);
  const at = (one: Conversion) => ({ params: { path: { conversion: one.id } } });
  const back = (one: Conversion) => answer(client.POST('/api/v1/conversions/{conversion}/void', { ...at(one), body: { why: words.why, ifVersion: one.version } }));
  const again = (one: Conversion) => answer(client.POST('/api/v1/conversions/{conversion}/restore', { ...at(one), body: {} }));
  const each = async (chosen: Conversion[], send: (one: Conversion) => Promise<unknown>) => {
    for (const one of chosen) await send(one);
  };
  const invalidate = [['conversions', brand.id], ['tracking', brand.id], ['deals', brand.id], ['funnel']];
  const take = useCommand(back, { invalidate, done: (one) => words.taken(one.externalId), undo: again });
  const restore = useCommand(again, { invalidate, done: (one) => words.restored(one.externalId), undo: (_, now) => back(now) });
  const takeMany = useCommand((chosen: Conversion[]) => each(chosen, back), { invalidate, done: (chosen) => words.takenMany(chosen.length), undo: (chosen) => each(chosen, again) });
  const askMany = async (chosen: Conversion[]) => {
    const standing = chosen.filter((one) => !one.voidedAt);
    if (standing.length > 0) takeMany.mutate(standing);
  };
  const columns: Column<Conversion>[] = [
    { key: 'id', title: words.id, primary: true, cell: (one) => one.externalId, sort: (one) => one.externalId },
    { key: 'type', title: words.type, cell: typeOf, sort: typeOf },
    { key: 'at', title: words.at, cell: (one) => <Moment at={one.at} zone={brand.zone} />, sort: (one) => one.at },
    {
      key: 'matched',
      title: words.matchedBy,
      sort: (one) => one.matchedBy,
      cell: (one) =>
        one.matchedBy === 'nothing' ? (
          <span>
            {words.matches.nothing}
            {one.why && (
              <Text span c="dimmed" size="xs" display="block">
                {one.why}
              </Text>
            )}
          </span>
        ) : (
          words.matches[one.matchedBy]
        ),
    },
    { key: 'value', title: words.value, align: 'right', sort: (one) => one.value?.amount, cell: (one) => (one.value ? <MoneySums sums={[one.value]} /> : <NoData reason={words.noValue} />) },
    {
      key: 'take',
      title: words.take,
      hideTitle: true,
      align: 'right',
      cell: (one) =>
        one.voidedAt ? (
          <Group gap="xs" justify="flex-end">
            <Text c="dimmed">{words.voided}</Text>
            {mayVoid && (
              <Button variant="subtle" size="compact-sm" aria-label={words.restoreOf(one.externalId)} onClick={() => restore.mutate(one)}>
                {words.restore}
              </Button>
            )}
          </Group>
        ) : (
          mayVoid && (
            <Button variant="subtle" color="gray" size="compact-sm" aria-label={words.takeOf(one.externalId)} onClick={() => take.mutate(one)}>
              {words.take}
            </Button>
          )
        ),
    },
  ];
  return (
    <section id="conversions" style={{ scrollMarginTop: 'calc(var(--bw-bar) + 16px)' }}>
      <Stack gap="sm" mb="sm">
        <div>
          <Title order={2}>{words.title}</Title>
          <Text size="xs" c="dimmed">
            {words.ofDays(formatDate(from), formatDate(until))}
          </Text>
        </div>
        {mayVoid && <ImportConversions />}
      </Stack>
      <Loaded read={read}>
        {({ items, after }) => (
          <>
            <DataTable
              name="conversions"
              label={words.title}
              rows={items}
              columns={columns}
              filters={filters}
              searchText={(one) => `${one.externalId} ${one.type}`}
              rowKey={(one) => one.id}
              rowName={(one) => one.externalId}
              firstSort="-at"
              take={10}
              bulk={mayVoid ? [{ key: 'take', label: words.take, run: askMany }] : undefined}
              empty={
                onOtherDays ? (
                  <Text c="dimmed">{words.noneOfDays}</Text>
                ) : onOtherDays === undefined ? null : (
                  <Empty
                    second
                    title={words.emptyTitle}
                    text={words.empty}
                    action={{ label: words.token, to: '/settings/tokens' }}
                    example={
                      <EmptyExample>
                        <Code block>{example}</Code>
                      </EmptyExample>
                    }
                  />
                )
              }
            />
            {after && (
              <Text size="sm" c="dimmed" mt="xs">
                {words.newest(items.length)}{' '}
                <Anchor size="sm" underline="always" renderRoot={(props) => <Link to={'/tracking/events' as never} search={{ of: 'conversions', from, until } as never} {...props} />}>
                  {words.seeAll}
                </Anchor>
              </Text>
            )}
          </>
        )}
      </Loaded>
      <ConversionImports mayUndo={mayVoid} />
    </section>
  );
}
