import { Button, Modal, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, type components, useRead } from '../api';
import { Empty, Loaded, Page, useBrand, useMay, useUrl } from '../shared';
import { calendarTabs } from '../tabs';
import { t } from '../texts';
import { FeedCard } from './FeedCard';
import { FeedForm } from './FeedForm';

export type Feed = components['schemas']['FollowedFeedView'];
const words = t.feeds;

/** Feeds that are followed: what becomes of their entries, and how reading them goes. */
export default function FeedsPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const may = useMay('writePosts');
  const feeds = useRead(['feeds', brand.id], () => answer(client.GET('/api/v1/followed-feeds', { params: { query: { brand: brand.id } } })));
  const open = feeds.data?.find((feed) => feed.id === url.feed) ?? null;
  const close = () => setUrl({ feed: undefined });
  const add = () => setUrl({ feed: 'new' }, true);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={calendarTabs}
      action={
        may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Loaded read={feeds}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={may ? { label: words.add, onClick: add } : undefined} />
          ) : (
            <Stack gap="md">
              {all.map((feed) => (
                <FeedCard key={feed.id} feed={feed} may={may} onEdit={() => setUrl({ feed: feed.id }, true)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Modal opened={may && (url.feed === 'new' || open !== null)} onClose={close} title={open ? open.name : words.add} closeButtonProps={{ 'aria-label': t.actions.close }} size="lg">
        {(url.feed === 'new' || open) && <FeedForm key={open?.id ?? 'new'} feed={open} onClose={close} />}
      </Modal>
    </Page>
  );
}
