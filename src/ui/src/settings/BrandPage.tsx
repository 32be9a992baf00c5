import { Stack } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { FormSkeleton, Loaded, RemoveDemo, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { AddBrand } from './AddBrand';
import { BrandForm } from './BrandForm';
import { SettingsPage } from './SettingsPage';

export default function BrandPage() {
  const words = t.settings.brand;
  const brand = useBrand();
  const mayChange = useMay('administer');
  const mayRemove = useMay('own');
  const [url, setUrl] = useUrl();
  const read = useRead(['brand', brand.id], () => answer(client.GET('/api/v1/brands/{brand}', { params: { path: { brand: brand.id } } })));
  const add = () => setUrl({ add: 'brand' }, true);
  return (
    <SettingsPage purpose={words.purpose} add={mayChange ? { id: 'brands.add', label: words.add, run: add } : null} rare>
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
    </SettingsPage>
  );
}
