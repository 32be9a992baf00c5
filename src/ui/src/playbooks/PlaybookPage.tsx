import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileText, IconPencil, IconPrinter, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { Day, DetailPanel, Empty, ListWithDetail, Loaded, Page, PageSkeleton, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { Blocks } from './Blocks';
import { OwnPages } from './OwnPages';
import './playbook.css';
import { Shares } from './Shares';

export default function PlaybookPage() {
  const brand = useBrand();
  const mayEdit = useMay('editPlan');
  const mayShare = useMay('runPlan');
  const [url] = useUrl();
  const [panel, setPanel] = useState<'share' | 'pages'>();
  const plans = useRead(['plans', brand.id], () => answer(client.GET('/api/v1/plans', { params: { query: { brand: brand.id } } })));
  const plan = plans.data?.find((one) => one.id === url.plan) ?? plans.data?.find((one) => one.status === 'active') ?? plans.data?.[0];
  const playbook = useRead(['playbook', plan?.id], () => answer(client.GET('/api/v1/plans/{plan}/playbook', { params: { path: { plan: plan!.id } } })), { enabled: Boolean(plan) });

  const actions = plan && (
    <Group gap="xs" className="no-print">
      {mayEdit && (
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setPanel('pages')}>
          {t.playbooks.addPage}
        </Button>
      )}
      <Button variant="default" leftSection={<IconFileText size={16} />} component="a" href={`/api/v1/plans/${plan.id}/playbook/file`} download="playbook.md">
        {t.playbooks.markdown}
      </Button>
      {mayShare && (
        <Button variant="default" leftSection={<IconShare size={16} />} onClick={() => setPanel('share')}>
          {t.playbooks.share}
        </Button>
      )}
      <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        {t.playbooks.print}
      </Button>
    </Group>
  );

  const detail =
    plan && panel ? (
      <DetailPanel title={panel === 'share' ? t.playbooks.shareTitle : t.playbooks.addPage} onClose={() => setPanel(undefined)}>
        {panel === 'share' ? <Shares plan={plan.id} /> : <OwnPages plan={plan.id} />}
      </DetailPanel>
    ) : undefined;

  return (
    <Page title={t.playbooks.title} purpose={t.playbooks.purpose} help={t.playbooks.help} action={actions}>
      <ListWithDetail detail={detail}>
        <Loaded read={plans} skeleton={<PageSkeleton />}>
          {(found) =>
            found.length === 0 ? (
              <Empty title={t.playbooks.emptyTitle} text={t.playbooks.empty} action={{ label: t.playbooks.emptyAction, to: '/plan' }} />
            ) : (
              <Loaded read={playbook} skeleton={<PageSkeleton />}>
                {(book) => (
                  <article className="playbook">
                    <Title order={2} size="xl">
                      {book.title}
                    </Title>
                    <Text c="dimmed" size="sm">
                      {t.playbooks.version(book.version, book.status)} <Day date={book.madeOn} />
                    </Text>
                    <nav aria-label={t.playbooks.contents} className="no-print">
                      <Group gap="md" mt="sm">
                        {book.chapters.map((chapter) => (
                          <Anchor key={chapter.key} href={`#${chapter.key}`} size="sm">
                            {chapter.title}
                          </Anchor>
                        ))}
                      </Group>
                    </nav>
                    <Stack gap="xl" mt="lg">
                      {book.chapters.map((chapter) => (
                        <section key={chapter.key} id={chapter.key}>
                          <Title order={3} size="lg" mb="xs">
                            {chapter.title}
                          </Title>
                          <Blocks blocks={chapter.blocks} />
                        </section>
                      ))}
                    </Stack>
                  </article>
                )}
              </Loaded>
            )
          }
        </Loaded>
      </ListWithDetail>
    </Page>
  );
}
