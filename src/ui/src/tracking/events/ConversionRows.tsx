import { Button, Group, Stack, Text } from '@mantine/core';
import { answer, client, type components, useRead } from '../../api';
import { type Column, DataTable, Loaded, Moment, MoneySums, NoData, useBrand, useMay, useUrl } from '../../shared';
import { t } from '../../texts';

type Conversion = components['schemas']['ConversionView'];
const words = t.tracking.conversions;
const typeOf = (one: Conversion) => words.types[one.type] ?? one.type;

/** The conversions behind a figure. */
export function ConversionRows({ from, until }: { from: string; until: string }) {
  const brand = useBrand();
  const mayExport = useMay('editNumbers');
  const [url, setUrl] = useUrl();
  const query = { brand: brand.id, subject: url.subject, type: url.type, from, until, after: url.after, take: 50 };
  const read = useRead(['conversions', brand.id, query], () => answer(client.GET('/api/v1/conversions', { params: { query } })), { keep: true });
  const columns: Column<Conversion>[] = [
    { key: 'at', title: words.at, cell: (one) => <Moment at={one.at} zone={brand.zone} /> },
    { key: 'id', title: words.id, primary: true, cell: (one) => one.externalId },
    { key: 'type', title: words.type, cell: typeOf },
    { key: 'matched', title: words.matchedBy, cell: (one) => (one.voidedAt ? words.voided : words.matches[one.matchedBy]) },
    { key: 'value', title: words.value, align: 'right', cell: (one) => (one.value ? <MoneySums sums={[one.value]} /> : <NoData reason={words.noValue} />) },
  ];
  return (
    <Loaded read={read}>
      {(page) => (
        <Stack gap="sm">
          <DataTable name="conversions" label={words.title} rows={page.items} columns={columns} rowKey={(one) => one.id} rowName={(one) => one.externalId} take={50} empty={<Text c="dimmed">{words.noneHere}</Text>} />
          <Group>
            {url.after && (
              <Button variant="default" onClick={() => setUrl({ after: undefined })}>
                {t.reports.events.newest}
              </Button>
            )}
            {page.after && (
              <Button variant="default" onClick={() => setUrl({ after: page.after ?? undefined }, true)}>
                {t.reports.events.older}
              </Button>
            )}
            {page.items.length > 0 && mayExport && (
              <Button component="a" variant="subtle" href={`/api/v1/brands/${brand.id}/tracking/export?table=conversions&from=${from}&until=${until}`} download>
                {t.reports.events.csv}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
