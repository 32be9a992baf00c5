import { ActionIcon, Anchor, Button, Group, Menu, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDots, IconExternalLink, IconTrash } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { confirm, DetailPanel, Loaded, NetworkMark, PersonPicker, useMay, useMember, usePeople } from '../shared';
import { t } from '../texts';
import { CaseTimes } from './CaseTimes';
import { Conversation } from './Conversation';
import { afterCase, type CareSheet, severities, type Severity, useCase, whoOf } from './inbox';
import { CaseAction } from './CaseAction';
import { CareMark, DueMark, SeverityMark, Stars } from './Marks';
import { ReplyBox } from './ReplyBox';

const words = t.inbox;
const said = words.panel;
const at = (id: string) => ({ params: { path: { case: id } } });
const assign = (id: string, assignee: string | null) => answer(client.POST('/api/v1/inbox/{case}/assign', { ...at(id), body: { assignee } }));
const rate = (id: string, severity: Severity) => answer(client.POST('/api/v1/inbox/{case}/severity', { ...at(id), body: { severity } }));
const resolve = (id: string, when?: string) => answer(client.POST('/api/v1/inbox/{case}/resolve', { ...at(id), body: { at: when ?? null } }));
const reopen = (id: string) => answer(client.POST('/api/v1/inbox/{case}/reopen', { ...at(id), body: {} }));

/** One case beside the list: what was said, what is promised, who looks after it, and the box to answer. */
export function CasePanel({ id, day, onClose }: { id: string; day: number; onClose: () => void }) {
  const read = useCase(id);
  const may = useMay('reply');
  return (
    <DetailPanel title={read.data ? whoOf(read.data.case) : words.title} onClose={onClose} actions={read.data && <Verbs sheet={read.data} may={may} onClose={onClose} />}>
      <Loaded read={read}>
        {(sheet) => (
          <Stack gap="lg">
            <Facts sheet={sheet} day={day} />
            {may && <Care sheet={sheet} />}
            <Conversation sheet={sheet} />
            {may && <ReplyBox key={sheet.case.id} sheet={sheet} />}
            <CaseTimes sheet={sheet} day={day} />
            <CaseAction sheet={sheet} />
          </Stack>
        )}
      </Loaded>
    </DetailPanel>
  );
}

function Verbs({ sheet, may, onClose }: { sheet: CareSheet; may: boolean; onClose: () => void }) {
  const { id, status } = sheet.case;
  const who = whoOf(sheet.case);
  const mayRemove = useMay('runPlan');
  const settle = useCommand(() => resolve(id), { invalidate: afterCase, done: said.resolved(who), undo: () => reopen(id), inTurn: id });
  const open = useCommand(() => reopen(id), { invalidate: afterCase, done: said.reopened(who), undo: () => resolve(id), inTurn: id });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/inbox/{case}', at(id))), { invalidate: afterCase, done: said.removed, onDone: onClose });
  const ask = async () => {
    if (await confirm({ title: said.removeTitle, text: said.removeText, verb: said.remove })) remove.mutate();
  };
  return (
    <Group gap="xs" wrap="nowrap">
      {may &&
        (status === 'resolved' ? (
          <Button variant="default" size="compact-sm" leftSection={<IconArrowBackUp size={15} aria-hidden />} loading={open.isPending} onClick={() => open.mutate()}>
            {said.reopen}
          </Button>
        ) : (
          <Button variant="default" size="compact-sm" leftSection={<IconCheck size={15} aria-hidden />} loading={settle.isPending} onClick={() => settle.mutate()}>
            {said.resolve}
          </Button>
        ))}
      {mayRemove && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={said.more}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void ask()}>
              {said.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

function Facts({ sheet, day }: { sheet: CareSheet; day: number }) {
  const row = sheet.case;
  return (
    <Stack gap={6}>
      <Group gap="md">
        <CareMark status={row.status} />
        <SeverityMark severity={row.severity} />
        {row.status !== 'resolved' && <DueMark row={row} day={day} />}
      </Group>
      <Group gap="md">
        <Text size="sm">{words.kinds[row.kind]}</Text>
        {row.network && <NetworkMark network={row.network} name={sheet.handle ? `@${sheet.handle}` : undefined} />}
        {row.stars !== null && <Stars stars={row.stars} />}
        {sheet.url && (
          <Anchor href={sheet.url} target="_blank" rel="noreferrer" size="sm">
            <Group gap={4} component="span">
              {said.open}
              <IconExternalLink size={14} aria-hidden />
            </Group>
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

/** Who looks after it, and how severe it is. */
function Care({ sheet }: { sheet: CareSheet }) {
  const { id, assignee, severity } = sheet.case;
  const me = useMember();
  const { people, nameOf } = usePeople();
  const give = useCommand((to: string | null) => assign(id, to), {
    invalidate: afterCase,
    done: (to) => (to ? said.assigned(nameOf(to) ?? me.name) : said.unassigned),
    undo: () => assign(id, assignee),
    inTurn: id,
  });
  const set = useCommand((to: Severity) => rate(id, to), { invalidate: afterCase, done: (to) => said.severitySet(words.severities[to]), undo: () => rate(id, severity), inTurn: id });
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <PersonPicker label={said.assignee} people={people} value={assignee} onChange={(to) => give.mutate(to)} />
        <Select label={said.severity} data={severities.map((value) => ({ value, label: words.severities[value] }))} value={severity} onChange={(to) => to && to !== severity && set.mutate(to as Severity)} />
      </SimpleGrid>
      {!assignee && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => give.mutate(me.id)}>
          {said.toMe}
        </Button>
      )}
    </div>
  );
}
