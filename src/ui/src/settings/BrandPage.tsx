import { Table } from '@mantine/core';
import { settingsTabs } from '../menu';
import { Page, useBrand } from '../shared';
import { t } from '../texts';

export default function BrandPage() {
  const brand = useBrand();
  const rows = [
    [t.setup.brandName, brand.name],
    [t.setup.zone, brand.zone],
    [t.setup.currency, brand.currency],
  ];
  return (
    <Page title={t.settings.title} purpose={t.settings.brand.purpose} help={t.settings.help} tabs={settingsTabs}>
      <Table maw={560}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" w={180}>
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Page>
  );
}
