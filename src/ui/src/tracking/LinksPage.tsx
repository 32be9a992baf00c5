import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useRead } from '../api';
import { trackingTabs } from '../tabs';
import { type Column, DataTable, Empty, Figure, formatNumber, ListWithDetail, Loaded, Moment, Page, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { CopyShort } from './CopyShort';
import { LinkPanel } from './LinkPanel';
import { MakeLink } from './MakeLink';
import { rangeOf } from './range';
import { useLinks } from './useLinks';
import { placeNames, usePlaceChoices } from './usePlaceNames';

type TrackedLink = components['schemas']['LinkView'];
const words = t.tracking.links;
const bare = (address: string) => address.replace(/^https?:\/\//, '');
const nameOf = (link: TrackedLink) => link.title ?? bare(link.target);

export default function LinksPage() {
  const brand = useBrand();
  const mayMake = useMay('writePosts');
  const [url, setUrl] = useUrl();
  const archived = url.archived === 'yes';
  const { read, links, more } = useLinks(url.q ?? '', { archived });
  const make = () => setUrl({ add: 'link' }, true);
  useVerb(mayMake ? { id: 'links.make', label: words.make, run: make, keywords: ['utm', 'short'] } : null);

  const choices = usePlaceChoices();
  const forWhat = (link: TrackedLink) => placeNames(link.place, choices).find((name) => name.title)?.title;
  const { from, until } = rangeOf(30, brand.zone);
  const lately = useRead(['tracking', brand.id, '30'], () => answer(client.GET('/api/v1/brands/{brand}/tracking', { params: { path: { brand: brand.id }, query: { from, until } } })), { keep: true });
  const clicksOf = new Map(lately.data?.links.map((row) => [row.subject, row.clicks]));
  const clicks = (link: TrackedLink) => (lately.data ? (clicksOf.get(link.id) ?? 0) : undefined);

  const columns: Column<TrackedLink>[] = [
    {
      key: 'name',
      title: words.destination,
      primary: true,
      sort: nameOf,
      cell: (link) => (
        <span style={{ overflowWrap: 'anywhere', display: 'inline-block', minWidth: 176 }}>
          {nameOf(link)}
          {forWhat(link) && (
            <Text span display="block" size="xs" c="dimmed" fw={400}>
              {forWhat(link)}
            </Text>
          )}
        </span>
      ),
    },
    { key: 'short', title: words.short, cell: (link) => <CopyShort short={link.short} />, sort: (link) => link.code },
    { key: 'clicks', title: words.clicksLately, align: 'right', hideBelow: 720, cell: (link) => <Figure value={clicks(link)} format={(value) => formatNumber(value, 0)} />, sort: clicks },
    {
      key: 'campaign',
      title: words.campaign,
      hideBelow: 960,
      cell: (link) => (
        <>
          {link.tags?.campaign ?? <Text c="dimmed">{words.outcomes.noTags}</Text>}
          {link.tags && (
            <Text size="xs" c="dimmed">
              {link.tags.source}
            </Text>
          )}
        </>
      ),
      sort: (link) => link.tags?.campaign,
    },
    { key: 'made', title: words.made, hideBelow: 720, cell: (link) => <Moment at={link.createdAt} zone={brand.zone} />, sort: (link) => link.createdAt },
  ];

  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={t.tracking.help}
      tabs={trackingTabs}
      action={
        mayMake && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={make}>
            {words.make}
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <SegmentedControl
          aria-label={words.which}
          value={archived ? 'yes' : 'no'}
          onChange={(value) => setUrl({ archived: value === 'yes' ? value : undefined, link: undefined })}
          data={[
            { value: 'no', label: words.inUse },
            { value: 'yes', label: words.archived },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        <ListWithDetail detail={url.link && <LinkPanel id={url.link} onClose={() => setUrl({ link: undefined })} />}>
          <Loaded read={read}>
            {() => (
              <DataTable
                label={words.title}
                rows={links}
                columns={columns}
                rowKey={(link) => link.id}
                rowName={nameOf}
                searchText={(link) => `${link.code} ${link.destination} ${link.title ?? ''} ${forWhat(link) ?? ''}`}
                onOpen={(link) => setUrl({ link: link.id }, true)}
                openKey={url.link}
                firstSort="-made"
                take={25}
                empty={
                  archived ? (
                    <Text c="dimmed">{words.noArchived}</Text>
                  ) : (
                    <Empty title={words.emptyTitle} text={words.empty} action={mayMake ? { label: words.emptyAction, onClick: make } : undefined} />
                  )
                }
              />
            )}
          </Loaded>
        </ListWithDetail>
        {more && <Text c="dimmed">{words.more}</Text>}
        <Group gap="lg">
          {mayMake && (
            <Anchor component={Link} to="/tracking/links/import">
              {t.linkImport.open}
            </Anchor>
          )}
          <Anchor component={Link} to="/tracking/links/settings">
            {t.links.settings.open}
          </Anchor>
        </Group>
      </Stack>
      <MakeLink opened={mayMake && url.add === 'link'} onClose={() => setUrl({ add: undefined })} onMade={(link) => setUrl({ add: undefined, link: link.id })} />
    </Page>
  );
}
