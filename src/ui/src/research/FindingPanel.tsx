import { ActionIcon, Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Comments, Day, DetailPanel, OwnFields, StatusMark, useMay, usePeople } from '../shared';
import { t } from '../texts';
import { fileOf } from './fileOf';
import { FindingForm } from './FindingForm';
import { orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { useTrace } from './useResearch';

const words = t.research.findings;
const most = 5 * 1024 * 1024;

/** One finding: what it rests on, what it led to, and the ways on. */
export function FindingPanel({ plan, finding, onClose }: { plan: string; finding: Schemas['FindingView']; onClose: () => void }) {
  const may = useMay('editPlan');
  const { people } = usePeople();
  const [open, setOpen] = useState<'edit' | 'link' | 'action' | 'aside' | null>(null);
  const [large, setLarge] = useState(false);
  const trace = useTrace(plan);
  const params = { path: { finding: finding.id } };
  const invalidate = [...researchKeys(plan), ['actions'], ['work']];
  const close = () => setOpen(null);
  const unlink = useCommand((node: string) => answer(client.DELETE('/api/v1/findings/{finding}/links/{node}', { params: { path: { finding: finding.id, node } } })), { invalidate });
  const takeUp = useCommand(() => answer(client.POST('/api/v1/findings/{finding}/take-up', { params })), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/findings/{finding}', { params })), { invalidate, done: t.research.removed, onDone: onClose });
  const attach = useCommand((file: { name: string; content: string }) => answer(client.POST('/api/v1/findings/{finding}/files', { params, body: file })), { invalidate });
  const detach = useCommand((file: string) => answer(client.DELETE('/api/v1/evidence-files/{file}', { params: { path: { file } } })), { invalidate, done: t.research.removed });
  const source = finding.sheet.source;
  const take = (file: File | null) => {
    setLarge(file !== null && file.size > most);
    if (file && file.size <= most) void fileOf(file).then((content) => attach.mutate({ name: file.name, content }));
  };
  return (
    <DetailPanel title={finding.sheet.text} onClose={onClose}>
      <Stack gap="md">
        <Group gap="xs">
          {finding.gaps.map((gap) => (
            <StatusMark key={gap} tone="warn" icon={IconAlertTriangle}>
              {words.gaps[gap]}
            </StatusMark>
          ))}
        </Group>
        {finding.sheet.quote && <Text fs="italic">“{finding.sheet.quote}”</Text>}
        <div>
          <Text fw={600}>{words.source}</Text>
          {source ? (
            <Text component="div">
              {source.name}, <Day date={source.on} /> ({t.research.months(finding.ageInMonths ?? 0)})
              {source.link && (
                <>
                  {' '}
                  <Anchor href={source.link} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
                    {source.link.replace(/^https?:\/\//, '')}
                  </Anchor>
                </>
              )}
            </Text>
          ) : (
            <Text c="dimmed">{words.opinion}</Text>
          )}
        </div>
        <div>
          <Text fw={600}>{words.ledTo}</Text>
          {finding.links.map((link) => (
            <Group key={link.node} gap="xs" wrap="nowrap">
              <Text style={{ flex: 1 }}>
                {link.path ? <Anchor href={link.path}>{link.title}</Anchor> : (link.title ?? t.research.none)}
                {link.why && `: ${link.why}`}
              </Text>
              {may && (
                <ActionIcon variant="subtle" color="gray" aria-label={`${words.unlink}: ${link.title}`} onClick={() => unlink.mutate(link.node)}>
                  <IconX size={16} />
                </ActionIcon>
              )}
            </Group>
          ))}
          {finding.asideWhy && (
            <Text c="dimmed">
              {words.nothing}: {finding.asideWhy}
            </Text>
          )}
        </div>
        {may && (
          <Group gap="xs">
            <Button size="compact-md" onClick={() => setOpen('link')}>
              {words.link}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setOpen('action')}>
              {words.action}
            </Button>
            {finding.asideWhy ? (
              <Button size="compact-md" variant="default" onClick={() => takeUp.mutate()}>
                {words.takeUp}
              </Button>
            ) : (
              <Button size="compact-md" variant="default" onClick={() => setOpen('aside')}>
                {words.aside}
              </Button>
            )}
          </Group>
        )}
        <div>
          <Text fw={600}>{words.files}</Text>
          {finding.files.map((file) => (
            <Group key={file.id} gap="xs" wrap="nowrap">
              <Anchor href={`/api/v1/evidence-files/${file.id}`} style={{ flex: 1, overflowWrap: 'anywhere' }}>
                {file.name}
              </Anchor>
              {may && (
                <ActionIcon variant="subtle" color="gray" aria-label={`${t.research.remove}: ${file.name}`} onClick={() => detach.mutate(file.id)}>
                  <IconX size={16} />
                </ActionIcon>
              )}
            </Group>
          ))}
          {may && (
            <FileButton onChange={take}>
              {(props) => (
                <Button {...props} size="compact-sm" variant="default" mt="xs" loading={attach.isPending}>
                  {words.attach}
                </Button>
              )}
            </FileButton>
          )}
          {large && (
            <Text role="alert" size="sm" c="var(--bw-bad)">
              {words.tooLarge}
            </Text>
          )}
        </div>
        {may && (
          <Group gap="xs">
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen('edit')}>
              {t.research.edit}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate()}>
              {t.research.remove}
            </Button>
          </Group>
        )}
        <OwnFields node={finding.id} />
        <Comments node={finding.id} />
      </Stack>
      {open === 'edit' && <FindingForm plan={plan} finding={finding} onClose={close} />}
      {open === 'link' && (
        <SheetModal
          title={words.link}
          fields={[
            { key: 'node', kind: 'select', label: words.linkTo, required: true, options: (trace.data?.decisions ?? []).map((each) => ({ value: each.node, label: `${t.research.trace.kinds[each.kind as 'goal'] ?? each.kind}: ${each.title}` })) },
            { key: 'why', kind: 'text', label: words.why },
          ]}
          initial={{ node: null, why: '' }}
          invalidate={invalidate}
          onClose={close}
          done={words.linked}
          onSend={(values) => answer(client.POST('/api/v1/findings/{finding}/links', { params, body: { node: (values.node as string) ?? '', why: orNull(values.why as string) } }))}
        />
      )}
      {open === 'action' && (
        <SheetModal
          title={words.action}
          fields={[
            { key: 'title', kind: 'text', label: words.actionTitle, required: true },
            { key: 'owner', kind: 'select', label: words.owner, options: people.map((person) => ({ value: person.id, label: person.name })) },
            { key: 'due', kind: 'date', label: words.due },
          ]}
          initial={{ title: '', owner: null, due: '' }}
          invalidate={invalidate}
          onClose={close}
          done={words.actionMade}
          onSend={(values) => answer(client.POST('/api/v1/findings/{finding}/follow-up', { params, body: { title: values.title as string, owner: orNull(values.owner as string), due: orNull(values.due as string) } }))}
        />
      )}
      {open === 'aside' && (
        <SheetModal
          title={words.aside}
          fields={[{ key: 'why', kind: 'long', label: words.asideWhy, required: true }]}
          initial={{ why: '' }}
          invalidate={invalidate}
          onClose={close}
          onSend={(values) => answer(client.POST('/api/v1/findings/{finding}/aside', { params, body: { why: values.why as string } }))}
        />
      )}
    </DetailPanel>
  );
}
