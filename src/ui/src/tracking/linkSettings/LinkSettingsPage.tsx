import { Anchor, Stack, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { Loaded, Page, useBrand, useMay } from '../../shared';
import { trackingTabs } from '../../tabs';
import { t } from '../../texts';
import { Domains } from './Domains';
import { TagWords } from './TagWords';

const words = t.links.settings;

function PassClicks({ policy }: { policy: components['schemas']['LinkPolicyView'] }) {
  const brand = useBrand();
  const may = useMay('administer');
  const set = useCommand((passClickId: boolean) => answer(client.PUT('/api/v1/brands/{brand}/link-policy', { params: { path: { brand: brand.id } }, body: { passClickId } })), {
    invalidate: [['link-policy', brand.id]],
    done: (on) => (on ? t.tracking.links.policyOn : t.tracking.links.policyOff),
  });
  return <Switch checked={policy.passClickId} disabled={!may || set.isPending} onChange={(event) => set.mutate(event.currentTarget.checked)} label={t.tracking.links.policy} description={t.tracking.links.policyHint} />;
}

/** What new links of the brand do: their host, where ended ones lead, the words of their tags. */
export default function LinkSettingsPage() {
  const brand = useBrand();
  const read = useRead(['link-policy', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/link-policy', { params: { path: { brand: brand.id } } })));
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Anchor component={Link} to="/tracking/links" mb="md" style={{ display: 'inline-block' }}>
        {t.links.settings.back}
      </Anchor>
      <Loaded read={read}>
        {(policy) => (
          <Stack gap="xl">
            <Domains policy={policy} />
            <TagWords policy={policy} />
            <PassClicks policy={policy} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
