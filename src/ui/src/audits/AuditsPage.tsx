import { Badge, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Day, Empty, Loaded, Page, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { AuditFigures } from './AuditFigures';
import { auditTabs } from './tabs';
import { auditKeys, type Audit, useAudits } from './useAudits';

const words = t.audits.sessions;

/** Audits: one may be open; the closed ones are dated pictures that goals stand on. */
export default function AuditsPage() {
  const brand = useBrand();
  const mayEdit = useMay('editPlan');
  const read = useAudits();
  const open = useCommand(() => answer(client.POST('/api/v1/audits', { body: { brand: brand.id } })), { invalidate: auditKeys, done: (_, audit) => words.opened(audit.figures.length) });
  const running = read.data?.some((audit) => !audit.closed) ?? true;
  return (
    <Page
      title={t.audits.title}
      purpose={words.purpose}
      help={words.help}
      tabs={auditTabs}
      action={
        mayEdit &&
        !running && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} loading={open.isPending} onClick={() => open.mutate()}>
            {words.open}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {(audits) =>
          audits.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={mayEdit ? { label: words.open, onClick: () => open.mutate() } : undefined} />
          ) : (
            <Stack gap="lg">
              {audits.map((audit, index) => (
                <AuditCard key={audit.id} audit={audit} first={index === 0} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function AuditCard({ audit, first }: { audit: Audit; first: boolean }) {
  const [url, setUrl] = useUrl();
  const shown = !audit.closed || url.audit === audit.id || (first && url.audit === undefined);
  return (
    <Paper withBorder p="md" component="section" aria-label={audit.title}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <Title order={2} size="md">
            {audit.title}
          </Title>
          <Badge variant={audit.closed ? 'outline' : 'filled'}>{audit.closed ? words.closed : words.isOpen}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {words.shows} <Day date={audit.on} />
          {audit.closedBy && ` · ${words.closedBy(audit.closedBy)}`}
        </Text>
      </Group>
      {audit.summary && <Text mb="sm">{audit.summary}</Text>}
      {shown ? (
        <AuditFigures audit={audit} />
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => setUrl({ audit: audit.id }, true)}>
          {words.show(audit.figures.length, audit.accounts.length)}
        </Button>
      )}
      {!audit.closed && <Closing audit={audit} />}
    </Paper>
  );
}

/** The last word on an open audit: what the numbers say, then it is frozen. */
function Closing({ audit }: { audit: Audit }) {
  const mayEdit = useMay('editPlan');
  const [summary, setSummary] = useState('');
  const params = { path: { audit: audit.id } };
  const close = useCommand(() => answer(client.POST('/api/v1/audits/{audit}/close', { params, body: { summary: summary.trim() || null } })), { invalidate: auditKeys, inTurn: audit.id, done: words.closedDone, quiet: true });
  const discard = useCommand(() => answer(client.DELETE('/api/v1/audits/{audit}', { params })), { invalidate: auditKeys, inTurn: audit.id, done: words.discarded });
  if (!mayEdit) return null;
  return (
    <Stack gap="sm" mt="md">
      <Textarea label={words.summary} description={words.summaryHint} autosize minRows={2} value={summary} onChange={(event) => setSummary(event.currentTarget.value)} />
      <ProblemAlert problem={close.problem} />
      <Group>
        <Button loading={close.isPending} onClick={() => close.mutate()}>
          {words.close}
        </Button>
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
          {words.discard}
        </Button>
      </Group>
    </Stack>
  );
}
