import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { components } from '../api';
import { trackingTabs } from '../tabs';
import { type Column, DataTable, Empty, ListWithDetail, Loaded, Moment, Page, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { CopyShort } from './CopyShort';
import { LinkPanel } from './LinkPanel';
import { MakeLink } from './MakeLink';
import { useLinks } from './useLinks';

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

  const columns: Column<TrackedLink>[] = [
    {
      key: 'name',
      title: words.destination,
      primary: true,
      sort: nameOf,
      cell: (link) => <span style={{ overflowWrap: 'anywhere', display: 'inline-block', minWidth: 176 }}>{nameOf(link)}</span>,
    },
    { key: 'short', title: words.short, cell: (link) => <CopyShort short={link.short} />, sort: (link) => link.code },
    { key: 'campaign', title: words.campaign, hideBelow: 960, cell: (link) => link.tags?.campaign ?? <Text c="dimmed">{words.outcomes.noTags}</Text>, sort: (link) => link.tags?.campaign },
    { key: 'source', title: words.source, hideBelow: 960, cell: (link) => link.tags?.source ?? '', sort: (link) => link.tags?.source },
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
                searchText={(link) => `${link.code} ${link.destination} ${link.title ?? ''}`}
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
