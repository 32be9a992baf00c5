import { Anchor, Button, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../api';
import { calendarTabs } from '../tabs';
import { type Column, DataTable, DetailPanel, FormSkeleton, handleOn, ListWithDetail, Loaded, NetworkMark, Page, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { CadenceAdvice } from '../shared/cadence/CadenceAdvice';
import { howOften } from '../shared/cadence/howOften';
import { ApprovalFields } from './ApprovalFields';
import { CadenceForm } from './CadenceForm';
import { useRules } from './data';
import { PlanApproval } from './PlanApproval';

type Cadence = components['schemas']['CadenceView'];
type Rules = components['schemas']['CalendarRulesView'];
const words = t.calendar.rhythm;

const columns: Column<Cadence>[] = [
  { key: 'account', title: words.account, cell: (c) => <NetworkMark network={c.network} />, sort: (c) => c.network, primary: true },
  { key: 'handle', title: words.handle, cell: (c) => handleOn(c.network, c.handle), sort: (c) => c.handle, hideBelow: 720 },
  { key: 'day', title: words.perDay, cell: (c) => <span className="figures">{howOften(c.day)}</span>, align: 'right' },
  { key: 'week', title: words.perWeek, cell: (c) => <span className="figures">{howOften(c.week)}</span>, align: 'right' },
];

/** How often each account posts, and what a post needs before it goes out. */
export default function RhythmPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const cadences = useRead(['calendar', 'cadences', brand.id], () => answer(client.GET('/api/v1/cadences', { params: { query: { brand: brand.id } } })));
  const rules = useRules();
  const opened = cadences.data?.find((cadence) => cadence.account === url.account);
  const close = () => setUrl({ account: undefined });
  return (
    <Page title={words.title} purpose={words.purpose} help={t.calendar.help} tabs={calendarTabs}>
      <Stack gap="xl">
        <section>
          <Title order={2} mb="xs">
            {words.cadence}
          </Title>
          <ListWithDetail
            detail={
              opened && (
                <DetailPanel title={words.edit(handleOn(opened.network, opened.handle))} onClose={close}>
                  <Stack gap="lg">
                    <CadenceForm key={JSON.stringify(opened)} cadence={opened} onDone={close} />
                    <CadenceAdvice cadence={opened} />
                  </Stack>
                </DetailPanel>
              )
            }
          >
            <Loaded read={cadences}>
              {(rows) => (
                <DataTable label={words.cadence} rows={rows} columns={columns} rowKey={(c) => c.account} rowName={(c) => c.handle} openKey={url.account} onOpen={(c) => setUrl({ account: c.account }, true)} />
              )}
            </Loaded>
          </ListWithDetail>
        </section>
        <Loaded read={rules} skeleton={<FormSkeleton fields={3} />}>
          {(data) => <RulesForm rules={data} />}
        </Loaded>
        <PlanApproval />
      </Stack>
    </Page>
  );
}

function RulesForm({ rules }: { rules: Rules }) {
  const mayRun = useMay('runPlan');
  const form = useForm({ initialValues: { approval: rules.approval, fourEyes: rules.fourEyes, sameText: rules.sameText, steps: rules.steps, ifLate: rules.ifLate } });
  const save = useCommand(
    (values: typeof form.values) => answer(client.POST('/api/v1/calendar/rules', { body: { ...values, approvalNeeded: values.approval === 'required', brand: rules.brand } })),
    { form, invalidate: [['calendar'], ['posts']], done: words.rulesSaved },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm" maw={560}>
        <Title order={2}>{words.rules}</Title>
        <ApprovalFields value={form.values} onChange={(value) => form.setValues(value)} disabled={!mayRun} error={form.errors.steps} />
        <Select
          label={words.sameText}
          disabled={!mayRun}
          data={(['allow', 'warn', 'forbid'] as const).map((value) => ({ value, label: words.sameTexts[value] }))}
          {...form.getInputProps('sameText')}
        />
        <Text size="xs">
          <Anchor renderRoot={(props) => <Link to="/channels/positioning" {...props} />}>{words.avoidLink}</Anchor>
        </Text>
        <ProblemAlert problem={save.problem} form={form} />
        {mayRun && (
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.saveRules}
          </Button>
        )}
      </Stack>
    </form>
  );
}
