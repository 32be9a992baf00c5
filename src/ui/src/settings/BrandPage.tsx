import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { settingsTabs } from '../menu';
import { FormSkeleton, Loaded, Page, RemoveDemo, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { AddBrand } from './AddBrand';
import { BrandForm } from './BrandForm';

export default function BrandPage() {
  const words = t.settings.brand;
  const brand = useBrand();
  const mayChange = useMay('administer');
  const mayRemove = useMay('own');
  const [url, setUrl] = useUrl();
  const read = useRead(['brand', brand.id], () => answer(client.GET('/api/v1/brands/{brand}', { params: { path: { brand: brand.id } } })));
  const add = () => setUrl({ add: 'brand' }, true);
  useVerb(mayChange ? { id: 'brands.add', label: words.add, run: add } : null);
  return (
    <Page
      title={t.settings.title}
      purpose={words.purpose}
      help={t.settings.help}
      tabs={settingsTabs}
      action={
        mayChange && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Loaded read={read} skeleton={<FormSkeleton fields={5} />}>
        {(detail) => (
          <Stack gap="xl" align="stretch">
            <BrandForm key={detail.id} brand={detail} disabled={!mayChange} />
            {detail.isDemo && mayRemove && (
              <div>
                <RemoveDemo variant="light" color="red" />
              </div>
            )}
          </Stack>
        )}
      </Loaded>
      <AddBrand opened={mayChange && url.add === 'brand'} onClose={() => setUrl({ add: undefined })} />
    </Page>
  );
}
