import { Anchor, Button, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../../api';
import { confirm, FormSkeleton, Loaded, useBrand, useMay } from '../../shared';
import { NumberField } from '../../shared/forms/NumberField';
import { t } from '../../texts';

const words = t.sites;
const forms = ['csv', 'jsonLines'] as const;

function Months({ now }: { now: number }) {
  const [months, setMonths] = useState<number | ''>(now);
  const may = useMay('own');
  const set = useCommand((value: number) => answer(client.PUT('/api/v1/tracking/retention', { body: { months: value } })), {
    invalidate: [['retention']],
    done: (_, kept) => words.kept(kept.months),
  });
  const keep = async () => {
    if (months === '') return;
    if (months >= now || (await confirm({ title: words.keepSure(months), text: words.keepSureText, verb: words.keep }))) set.mutate(months);
  };
  return (
    <Group align="flex-end">
      <NumberField label={words.months} value={months} onChange={(value) => setMonths(typeof value === 'number' ? value : '')} min={1} max={60} allowDecimal={false} readOnly={!may} w={120} />
      {may && (
        <Button variant="default" onClick={() => void keep()} loading={set.isPending} disabled={months === '' || months === now}>
          {words.keep}
        </Button>
      )}
    </Group>
  );
}

/** How long single hits stay, and how to take them along. */
export function Keeping() {
  const brand = useBrand();
  const mayTake = useMay('editNumbers');
  const read = useRead(['retention'], () => answer(client.GET('/api/v1/tracking/retention')));
  const address = (table: string, form: string) => `/api/v1/brands/${brand.id}/tracking/export?table=${table}&form=${form}`;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <section>
        <Title order={2} mb="sm">
          {words.keepTitle}
        </Title>
        <Stack gap="sm">
          <Text>{words.keepText}</Text>
          <Loaded read={read} skeleton={<FormSkeleton />}>
            {({ months }) => <Months now={months} key={months} />}
          </Loaded>
        </Stack>
      </section>
      {mayTake && (
        <section>
          <Title order={2} mb="sm">
            {words.takeTitle}
          </Title>
          <Text mb="xs">{words.takeText}</Text>
          <Table aria-label={words.takeTitle}>
            <Table.Tbody>
              {Object.entries(words.tables).map(([table, name]) => (
                <Table.Tr key={table}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  {forms.map((form) => (
                    <Table.Td key={form} ta="right" style={{ whiteSpace: 'nowrap' }}>
                      <Anchor href={address(table, form)} download underline="always" aria-label={`${name}: ${words[form]}`}>
                        {words[form]}
                      </Anchor>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </SimpleGrid>
  );
}
