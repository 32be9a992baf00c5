import { Anchor, Button, CopyButton, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, Empty, Loaded, Moment, Page, StatusMark, useBrand, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { Questions } from './OpenQuestions';
import { Section } from './Section';
import { numberOrNull, orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { useResearchTabs } from './useTabs';

const words = t.research.dossier;
type Dossier = Schemas['DossierView'];

export default function DossierPage() {
  return (
    <Page title={t.research.title} purpose={words.purpose} help={t.research.help} tabs={useResearchTabs()}>
      <WithPlan>
        {(plan) => (
          <>
            <Questions plan={plan.id} />
            <Versions plan={plan.id} />
          </>
        )}
      </WithPlan>
    </Page>
  );
}

function Versions({ plan }: { plan: string }) {
  const may = useMay('runPlan');
  const [open, setOpen] = useState<'close' | Dossier | null>(null);
  const [path, setPath] = useState<string>();
  const read = useRead(['research', plan, 'dossiers'], () => answer(client.GET('/api/v1/plans/{plan}/dossiers', { params: { path: { plan } } })));
  const close = may ? () => setOpen('close') : undefined;
  return (
    <Section title={words.versions} term="dossier" text={words.closeText} action={close && (read.data?.length ?? 0) > 0 && <Button onClick={close}>{words.close}</Button>}>
      {path && (
        <Stack gap="xs" p="sm" bg="var(--bw-sunken)">
          <Text size="sm">{words.made}</Text>
          <Group wrap="nowrap">
            <TextInput readOnly value={path} aria-label={words.hand} style={{ flex: 1 }} onFocus={(event) => event.currentTarget.select()} />
            <CopyButton value={path}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t.research.surveys.copied : t.research.surveys.copy}</Button>}</CopyButton>
          </Group>
        </Stack>
      )}
      <Loaded read={read}>
        {(dossiers) =>
          dossiers.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={close && { label: words.close, onClick: close }} />
          ) : (
            <Stack>
              {dossiers.map((dossier) => (
                <Version key={dossier.id} plan={plan} dossier={dossier} onHand={may ? () => setOpen(dossier) : undefined} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {open === 'close' && (
        <SheetModal
          title={words.close}
          fields={[
            { key: 'title', kind: 'text', label: words.name, required: true },
            { key: 'summary', kind: 'long', label: words.summary },
          ]}
          initial={{ title: '', summary: '' }}
          verb={words.close}
          invalidate={[...researchKeys(plan), ['actions'], ['work']]}
          onClose={() => setOpen(null)}
          onSend={(values) => answer(client.POST('/api/v1/plans/{plan}/dossiers', { params: { path: { plan } }, body: { title: values.title as string, summary: orNull(values.summary as string) } }))}
          done={(closed) => words.closed(closed.dossier.number, closed.steps, closed.warnings)}
        />
      )}
      {open && open !== 'close' && (
        <SheetModal
          title={words.hand}
          fields={[
            { key: 'to', kind: 'text', label: words.to, required: true },
            { key: 'firm', kind: 'text', label: words.firm },
            { key: 'days', kind: 'number', label: words.days, required: true },
          ]}
          initial={{ to: '', firm: '', days: 30 }}
          verb={words.hand}
          done={null}
          invalidate={researchKeys(plan)}
          onClose={() => setOpen(null)}
          onSend={(values) =>
            answer(client.POST('/api/v1/dossiers/{dossier}/handovers', { params: { path: { dossier: open.id } }, body: { to: values.to as string, firm: orNull(values.firm as string), days: numberOrNull(values.days) ?? 30 } })).then((made) => setPath(window.location.origin + made.path))
          }
        />
      )}
    </Section>
  );
}

function Version({ plan, dossier, onHand }: { plan: string; dossier: Dossier; onHand?: () => void }) {
  const brand = useBrand();
  const revoke = useCommand((handover: string) => answer(client.POST('/api/v1/handovers/{handover}/revoke', { params: { path: { handover } } })), { invalidate: researchKeys(plan), done: words.revoked });
  return (
    <Paper withBorder p="md" component="article" aria-label={words.version(dossier.number)}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3}>
            {words.version(dossier.number)}: {dossier.title}
          </Title>
          <Text size="sm" c="dimmed" component="div">
            {dossier.by}, <Moment at={dossier.at} zone={brand.zone} />. {words.openThen(dossier.open.length)}
          </Text>
          {dossier.summary && <Text>{dossier.summary}</Text>}
        </div>
        <Group gap="xs">
          <Anchor href={`/api/v1/dossiers/${dossier.id}/file`} download>
            {words.download}
          </Anchor>
          {onHand && (
            <Button size="compact-md" onClick={onHand}>
              {words.hand}
            </Button>
          )}
        </Group>
      </Group>
      {dossier.handovers.length === 0 && <Text c="dimmed">{words.nobody}</Text>}
      {dossier.handovers.map((handover) => (
        <Group key={handover.id} justify="space-between" mt="xs">
          <Text component="div">
            {handover.to}
            {handover.firm && `, ${handover.firm}`}{' '}
            {handover.receivedAt ? (
              <StatusMark tone="good" icon={IconCircleCheck}>
                {words.received(handover.receivedBy ?? '')}
              </StatusMark>
            ) : (
              <StatusMark tone={handover.open ? 'calm' : 'bad'} icon={handover.open ? IconCircleDashed : IconCircleX}>
                {handover.open ? (handover.openedAt ? words.opened : words.notReceived) : words.ended}
              </StatusMark>
            )}{' '}
            {handover.receivedAt && <Day date={handover.receivedAt.slice(0, 10)} />}
          </Text>
          {onHand && handover.open && (
            <Button size="compact-sm" variant="default" onClick={() => revoke.mutate(handover.id)} aria-label={`${words.revoke}: ${handover.to}`}>
              {words.revoke}
            </Button>
          )}
        </Group>
      ))}
    </Paper>
  );
}
