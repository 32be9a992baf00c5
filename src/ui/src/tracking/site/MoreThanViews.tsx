import { Accordion, Stack, Text, Title } from '@mantine/core';
import type { components } from '../../api';
import { t } from '../../texts';
import { CodeLine } from './CodeLine';

const words = t.sites;

/** What else can be told, for whoever builds the site. */
export function MoreThanViews({ site }: { site: components['schemas']['SiteDetailView'] }) {
  const base = site.ownBrowser.replace(/\/t\/own$/, '');
  const ways = [
    { key: 'events', title: words.eventsTitle, text: words.eventsText, code: "bellwether('signup', { plan: 'gold' })" },
    { key: 'consent', title: words.consentTitle, text: words.consentText, code: "bellwether('consent')" },
    { key: 'pixel', title: words.pixelTitle, text: words.pixelText, code: site.pixel ?? '' },
    {
      key: 'server',
      title: words.serverTitle,
      text: words.serverText,
      code: `POST ${base}/t/events\nAuthorization: Bearer bw_…\n{"name": "renewal", "id": "renewal-1001", "data": {"plan": "gold"}}`,
    },
  ];
  return (
    <section>
      <Title order={2} mb="sm">
        {words.more}
      </Title>
      <Accordion variant="separated" multiple order={3}>
        {ways.map((way) => (
          <Accordion.Item key={way.key} value={way.key}>
            <Accordion.Control>{way.title}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm">
                <Text>{way.text}</Text>
                <CodeLine>{way.code}</CodeLine>
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
