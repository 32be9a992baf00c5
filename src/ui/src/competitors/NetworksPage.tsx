import { Button, Group, Modal, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClock, IconPlus } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, Empty, Loaded, NetworkMark, Page, ProblemAlert, StatusMark, type Tone, useBrand, useMay, useUrl } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import type { Candidate } from './data';
import { Operations } from './Operations';
import { rivalTabs } from './tabs';

const words = t.competitors.networks;
const looks: Record<Candidate['decision'], { tone: Tone; icon: typeof IconClock }> = {
  open: { tone: 'calm', icon: IconCircleDashed },
  enter: { tone: 'good', icon: IconCircleCheck },
  wait: { tone: 'warn', icon: IconClock },
  reject: { tone: 'calm', icon: IconCircleX },
};

/** Networks the brand could stand on, each with a decision; and new ways to use them, ranked. */
export default function NetworksPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const mayTakePart = useMay('takePart');
  const read = useRead(['competitors', brand.id, 'networks'], () => answer(client.GET('/api/v1/network-candidates', { params: { query: { brand: brand.id } } })));
  const add = () => setUrl({ add: 'network' }, true);
  return (
    <Page
      title={t.competitors.title}
      purpose={words.purpose}
      help={words.help}
      tabs={rivalTabs}
      action={
        mayTakePart && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        <section aria-label={words.possible}>
          <Title order={2} size="md" mb="sm">
            {words.possible}
          </Title>
          <Loaded read={read}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty title={words.emptyTitle} text={words.empty} action={mayTakePart ? { label: words.add, onClick: add } : undefined} />
              ) : (
                <Stack gap="sm">
                  {rows.map((row) => (
                    <CandidateCard key={row.id} row={row} />
                  ))}
                </Stack>
              )
            }
          </Loaded>
        </section>
        <Operations />
      </Stack>
      {mayTakePart && url.add === 'network' && <AddNetwork onClose={() => setUrl({ add: undefined })} />}
    </Page>
  );
}

function CandidateCard({ row }: { row: Candidate }) {
  const mayDecide = useMay('editPlan');
  const form = useForm({ initialValues: { decision: row.decision, reason: row.reason ?? '', lookAgain: row.lookAgain ?? '', case: row.case ?? '' } });
  const decide = useCommand(
    (values: typeof form.values) => answer(client.PATCH('/api/v1/network-candidates/{candidate}', { params: { path: { candidate: row.id } }, body: { ...values, lookAgain: values.lookAgain || null, reason: values.reason || null } })),
    { form, invalidate: [['competitors']], done: (values) => words.decided(row.name, words.decisions[values.decision]) },
  );
  return (
    <Paper withBorder p="md" component="article" aria-label={row.name}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <NetworkMark network={row.network} />
          {row.present && <Text size="sm" c="dimmed">{words.present}</Text>}
        </Group>
        <StatusMark {...looks[row.decision]}>{words.decisions[row.decision]}</StatusMark>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {row.rivals.length > 0 ? words.rivals(row.rivals.join(', ')) : words.noRivals}
      </Text>
      {row.due && (
        <Text size="sm">
          {words.due} {row.lookAgain && <Day date={row.lookAgain} />}
        </Text>
      )}
      <form noValidate onSubmit={form.onSubmit((values) => decide.mutate(values))}>
        <Stack gap="sm" mt="sm">
          <Textarea label={words.case} description={words.caseHint} autosize minRows={2} disabled={!mayDecide} {...form.getInputProps('case')} />
          <Group grow align="flex-start">
            <Select label={words.decision} data={Object.entries(words.decisions).map(([value, label]) => ({ value, label }))} disabled={!mayDecide} {...form.getInputProps('decision')} />
            {form.values.decision === 'wait' && <DateField label={words.lookAgain} disabled={!mayDecide} {...form.getInputProps('lookAgain')} />}
          </Group>
          {form.values.decision !== 'open' && <TextInput label={words.reason} disabled={!mayDecide} {...form.getInputProps('reason')} />}
          <ProblemAlert problem={decide.problem} form={form} />
          {mayDecide && form.isDirty() && (
            <Button type="submit" size="compact-sm" style={{ alignSelf: 'flex-start' }} loading={decide.isPending}>
              {t.actions.save}
            </Button>
          )}
        </Stack>
      </form>
    </Paper>
  );
}

function AddNetwork({ onClose }: { onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { network: '', case: '' } });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/network-candidates', { body: { ...values, brand: brand.id } })), { form, invalidate: [['competitors']], done: words.added, onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <NetworkField label={t.competitors.network} data-autofocus {...form.getInputProps('network')} />
          <Textarea label={words.case} description={words.caseHint} autosize minRows={2} {...form.getInputProps('case')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
