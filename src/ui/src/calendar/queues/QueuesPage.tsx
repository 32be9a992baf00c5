import { Button, Modal, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { calendarTabs } from '../../tabs';
import { Empty, Loaded, Page, useMay, useUrl } from '../../shared';
import { t } from '../../texts';
import { ComingAgain } from './ComingAgain';
import { useQueues } from './data';
import { QueueCard } from './QueueCard';
import { QueueForm } from './QueueForm';

const words = t.scheduling.queues;

/** Queues with what waits in them, and the posts that come again. */
export default function QueuesPage() {
  const [url, setUrl] = useUrl();
  const mayWrite = useMay('writePosts');
  const queues = useQueues();
  const close = () => setUrl({ queue: undefined });
  const open = queues.data?.find((queue) => queue.id === url.queue) ?? null;
  const make = () => setUrl({ queue: 'new' }, true);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={calendarTabs}
      action={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={make}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        <Loaded read={queues}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={words.empty} text={words.emptyText} action={mayWrite ? { label: words.add, onClick: make } : undefined} />
            ) : (
              <Stack gap="md">
                {all.map((queue) => (
                  <QueueCard key={queue.id} queue={queue} onEdit={() => setUrl({ queue: queue.id }, true)} />
                ))}
              </Stack>
            )
          }
        </Loaded>
        <section aria-labelledby="again">
          <Title order={2} id="again" mb="sm">
            {t.scheduling.again.title}
          </Title>
          <ComingAgain />
        </section>
      </Stack>
      <Modal opened={url.queue === 'new' || open !== null} onClose={close} title={open ? open.name : words.add} closeButtonProps={{ 'aria-label': t.actions.close }} size="lg">
        {(url.queue === 'new' || open) && <QueueForm key={open?.id ?? 'new'} queue={open} onClose={close} />}
      </Modal>
    </Page>
  );
}
