import { ActionIcon, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive, IconX } from '@tabler/icons-react';
import { Link, useBlocker, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand } from '../../api';
import { calendarTabs } from '../../tabs';
import { FormSkeleton, Loaded, NetworkMark, Page, ProblemAlert, useMay } from '../../shared';
import { t } from '../../texts';
import { AccountList } from '../AccountList';
import { useAccounts, useNetworks } from '../data';
import { type Draft, textFor } from '../draft';
import { Editor } from '../Editor';
import { Intent } from '../Intent';
import { Pictures } from '../Pictures';
import { Preview } from '../Preview';
import { FillPart } from './FillPart';
import { columnsOf, fillIn, fixed, isBlank, valuesOf } from './rows';
import { TableSheet } from './TableSheet';
import classes from './Templates.module.css';
import { afterTemplate, type Template, useTemplate, useTemplateEditor, variablesOf } from './useTemplate';
import { WhenPart } from './WhenPart';

const words = t.postTemplates;
const said = words.editor;

export default function TemplatePage() {
  const { template } = useParams({ strict: false }) as { template: string };
  const read = useTemplate(template);
  return (
    <Loaded read={read} skeleton={<FormSkeleton fields={6} />}>
      {(view) => <TemplateEditor key={view.id} view={view} />}
    </Loaded>
  );
}

/** A template: its words on each account, when it goes out, its table, and the calendar it fills. */
function TemplateEditor({ view }: { view: Template }) {
  const mayWrite = useMay('writePosts');
  const editor = useTemplateEditor(view);
  const { written, setWritten, dirty, save } = editor;
  const accounts = useAccounts();
  const networks = useNetworks();
  const [shown, setShown] = useState<string | null>(null);
  useBlocker({ shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname && !window.confirm(said.leave) });
  const archive = useCommand(() => answer(client.POST('/api/v1/post-templates/{template}/archive', { params: { path: { template: view.id } } })), {
    invalidate: afterTemplate,
    done: words.archived(view.name),
    undo: () => answer(client.POST('/api/v1/post-templates/{template}/restore', { params: { path: { template: view.id } } })),
    goTo: () => ({ to: '/calendar/templates' }),
  });
  const { draft, rows } = written;
  const setDraft = (next: Draft) => setWritten({ ...written, draft: next });
  const variables = variablesOf(written);
  const known = accounts.data?.accounts ?? [];
  const networkOf = (key: string) => networks.data?.find((network) => network.key === key);
  const chosen = draft.accounts.flatMap(({ id, own }) => {
    const account = known.find((each) => each.id === id);
    return account ? [{ account, own, network: networkOf(account.network) }] : [];
  });
  const first = rows.find((row) => !isBlank(row));
  const values = valuesOf(first);
  const further = columnsOf(rows, variables).filter((column) => !fixed.includes(column as never));
  return (
    <Page
      title={view.name}
      purpose={words.purpose}
      help={words.help}
      tabs={calendarTabs}
      action={
        mayWrite && (
          <Group gap="sm">
            <Button variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={() => archive.mutate()}>
              {words.archive}
            </Button>
            <Button disabled={!dirty} loading={save.isPending} onClick={() => save.mutate()}>
              {said.save}
            </Button>
          </Group>
        )
      }
      attention={
        <Group gap="md">
          <Anchor renderRoot={(props) => <Link to="/calendar/templates" {...props} />}>{words.back}</Anchor>
          <Text size="xs" c="dimmed" role="status">
            {dirty ? said.unsaved : said.savedAt}
          </Text>
        </Group>
      }
    >
      <Stack gap="xl">
        {save.problem && <ProblemAlert problem={save.problem} />}
        <div className={classes.grid}>
          <Stack gap="sm">
            <AccountList accounts={known} draft={draft} onChange={setDraft} shown={shown} onShow={setShown} disabled={!mayWrite} />
            {written.waiting.map((told) => {
              const network = written.networks[told.channel ?? told.account ?? ''] ?? '';
              return (
                <Group key={told.channel ?? told.account} gap={6} wrap="nowrap" title={said.waitingTitle}>
                  <NetworkMark network={network} iconOnly />
                  <Text size="sm" c="dimmed">
                    {said.waiting(networkOf(network)?.name ?? network)}
                  </Text>
                  <ActionIcon variant="subtle" color="gray" disabled={!mayWrite} aria-label={said.remove(networkOf(network)?.name ?? network)} onClick={() => setWritten({ ...written, waiting: written.waiting.filter((each) => each !== told) })}>
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              );
            })}
          </Stack>
          <Stack gap="lg">
            <Editor draft={draft} chosen={chosen} shown={shown} onShow={setShown} onChange={setDraft} disabled={!mayWrite} labels={{ title: said.name, hint: said.variablesHint }} />
            <Pictures draft={draft} onChange={setDraft} disabled={!mayWrite} />
            <WhenPart
              time={written.time}
              expiry={written.expiry}
              variables={further}
              disabled={!mayWrite}
              onTime={(time) => setWritten({ ...written, time })}
              onExpiry={(expiry) => setWritten({ ...written, expiry })}
            />
            <Intent draft={draft} onChange={setDraft} disabled={!mayWrite} />
          </Stack>
          <section aria-label={said.preview}>
            <Text fw={600}>{said.preview}</Text>
            <Text size="xs" c="dimmed" mb="xs">
              {first ? said.previewOf(first.cells.day ?? '') : said.previewEmpty}
            </Text>
            <Stack gap="md">
              {chosen
                .filter(({ account }) => shown === null || account.id === shown)
                .map(({ account, network }) => (
                  <Preview key={account.id} account={account} network={network} text={fillIn(textFor(draft, account.id), values)} media={draft.media} />
                ))}
              {chosen.length === 0 && <Text style={{ whiteSpace: 'pre-wrap' }}>{fillIn(draft.text, values)}</Text>}
            </Stack>
          </section>
        </div>
        <TableSheet rows={rows} variables={variables} onChange={(next) => setWritten({ ...written, rows: next })} problem={save.problem} disabled={!mayWrite} />
        <FillPart template={view.id} plan={view.plan} dirty={dirty} />
      </Stack>
    </Page>
  );
}
