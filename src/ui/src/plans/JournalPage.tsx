import { Badge, Button, Group, Select, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, Moment, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import stacked from '../shared/tables/Stacked.module.css';
import { t } from '../texts';
import { Card } from './Card';
import type { Plan } from './plan';
import { PlanFrame } from './PlanFrame';

type Verdict = components['schemas']['JournalVerdict'];
const words = t.plans.journal;
const verdicts = [
  { value: 'works', label: words.verdicts.works },
  { value: 'doesNotWork', label: words.verdicts.doesNotWork },
];

export default function JournalPage() {
  return <PlanFrame purpose={words.purpose}>{(plan) => <Journal plan={plan} />}</PlanFrame>;
}

function Journal({ plan }: { plan: Plan }) {
  const { zone } = useBrand();
  const mayWrite = useMay('takePart');
  const [url, setUrl] = useUrl();
  const [text, setText] = useState(url.q ?? '');
  const [asked] = useDebouncedValue(text, 250);
  const [take, setTake] = useState(50);
  const [about, setAbout] = useState<string | null>(null);
  const verdict = (url.verdict as Verdict | undefined) ?? undefined;
  const query = { text: asked || undefined, verdict, take };
  const read = useRead(['journal', plan.id, query], () => answer(client.GET('/api/v1/plans/{plan}/journal', { params: { path: { plan: plan.id }, query } })), { keep: true });
  return (
    <Stack>
      {mayWrite && <WriteLine key={about} plan={plan} about={about} onDone={() => setAbout(null)} />}
      <Group align="flex-end">
        <TextInput type="search" aria-label={words.search} placeholder={words.search} leftSection={<IconSearch size={16} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => setUrl({ q: text || undefined })} w={280} />
        <Select aria-label={words.verdict} placeholder={words.verdict} data={verdicts} clearable value={verdict ?? null} onChange={(value) => setUrl({ verdict: value ?? undefined })} />
      </Group>
      <Loaded read={read}>
        {(page) =>
          page.items.length === 0 ? (
            <Text c="dimmed">{asked || verdict ? words.noMatch : words.empty}</Text>
          ) : (
            <div className={stacked.wide}>
              <Table aria-label={t.plans.tabs.journal} verticalSpacing="xs" className={stacked.stacked} role="table">
                <Table.Tbody role="rowgroup">
                  {page.items.map((line) => (
                    <Table.Tr key={line.id} role="row">
                      <Table.Td role="cell" c="dimmed" style={{ whiteSpace: 'nowrap', width: 1 }}>
                        <Moment at={line.at} zone={zone} />
                      </Table.Td>
                      <Table.Td role="cell" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                        {line.by}
                      </Table.Td>
                      <Table.Td role="cell" w="100%">
                        <Text style={{ overflowWrap: 'anywhere' }}>{line.what}</Text>
                        {line.about && (
                          <Text size="sm" c="dimmed">
                            {words.about}
                          </Text>
                        )}
                        {line.why && (
                          <Text size="sm" c="dimmed">
                            {line.why}
                          </Text>
                        )}
                        {line.evidence && (
                          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                            {line.evidence}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td role="cell" data-empty={line.verdict ? undefined : true}>{line.verdict && <Badge variant="light" color={line.verdict === 'works' ? 'teal' : 'orange'}>{words.verdicts[line.verdict]}</Badge>}</Table.Td>
                      <Table.Td role="cell" data-empty={mayWrite ? undefined : true}>
                        {mayWrite && (
                          <Button size="compact-xs" variant="subtle" onClick={() => setAbout(line.id)}>
                            {words.correct}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Loaded>
      {read.data?.after && take < 200 && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setTake(200)}>
          {words.more}
        </Button>
      )}
    </Stack>
  );
}

function WriteLine({ plan, about, onDone }: { plan: Plan; about: string | null; onDone: () => void }) {
  const form = useForm({ initialValues: { text: '', why: '', evidence: '', verdict: null as Verdict | null } });
  const write = useCommand(
    (values: typeof form.values) =>
      answer(
        client.POST('/api/v1/plans/{plan}/journal', {
          params: { path: { plan: plan.id } },
          body: { text: values.text, why: values.why || undefined, evidence: values.evidence || undefined, verdict: values.verdict ?? undefined, about: about ?? undefined },
        }),
      ),
    {
      invalidate: [['journal', plan.id]],
      form,
      onDone: () => {
        form.reset();
        onDone();
      },
    },
  );
  const open = about !== null || form.values.text !== '';
  return (
    <Card title={about ? words.correct : words.write}>
      <form onSubmit={form.onSubmit((values) => write.mutate(values))}>
        <Stack gap="sm">
          <Textarea label={words.text} autosize minRows={open ? 2 : 1} maxLength={2000} required autoFocus={about !== null} {...form.getInputProps('text')} />
          {open && (
            <Group grow align="flex-start">
              <TextInput label={words.why} {...form.getInputProps('why')} />
              <TextInput label={words.evidence} {...form.getInputProps('evidence')} />
              <Select label={words.verdict} data={verdicts} clearable placeholder={words.none} {...form.getInputProps('verdict')} />
            </Group>
          )}
          <ProblemAlert problem={write.problem} form={form} />
          {open && (
            <Group justify="flex-end">
              {about && (
                <Button variant="default" onClick={onDone}>
                  {t.actions.cancel}
                </Button>
              )}
              <Button type="submit" loading={write.isPending}>
                {words.write}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Card>
  );
}
