import { Stack } from '@mantine/core';
import { answer, client, useCommand, useRead } from '../../api';
import { trackingTabs } from '../../tabs';
import { CardsSkeleton, Empty, EmptyExample, Loaded, Page, useBrand, useMay } from '../../shared';
import { t } from '../../texts';
import { Keeping } from './Keeping';
import { MoreThanViews } from './MoreThanViews';
import { OwnTraffic } from './OwnTraffic';
import { SiteNumbers } from './SiteNumbers';
import { SiteSetup } from './SiteSetup';
import { CodeLine } from './CodeLine';

const words = t.sites;

/** The own site: its numbers first; while there are none, the three steps to them. */
export default function SitePage() {
  const brand = useBrand();
  const may = useMay('administer');
  const path = { params: { path: { brand: brand.id } } };
  const read = useRead(['site', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/site', path)));
  const open = useCommand(() => answer(client.POST('/api/v1/brands/{brand}/site', path)), { invalidate: [['site', brand.id]], done: words.opened });
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(site) => (
          <Stack gap="xl">
            {site.last && <SiteNumbers first={site.first ?? site.last} last={site.last} />}
            {site.key && site.snippet ? (
              <>
                <SiteSetup site={site} />
                <MoreThanViews site={site} />
                <OwnTraffic site={site} key={site.networks.join()} />
              </>
            ) : (
              <Empty
                title={words.emptyTitle}
                text={may ? words.empty : `${words.empty} ${words.noRight}`}
                action={may ? { label: words.emptyAction, onClick: () => open.mutate() } : undefined}
                example={
                  <EmptyExample>
                    <CodeLine>{'<script defer src="…/t/script.js" data-site="…"></script>'}</CodeLine>
                  </EmptyExample>
                }
              />
            )}
            <Keeping />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
