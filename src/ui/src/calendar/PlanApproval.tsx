import { Button, Checkbox, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand, useRead } from '../api';
import { FormSkeleton, Loaded, ProblemAlert, useMay, usePlan, useUrl } from '../shared';
import { t } from '../texts';
import { ApprovalFields } from './ApprovalFields';

type View = components['schemas']['PlanApprovalView'];
const words = t.reviewing.ofPlan;

/** A plan whose posts are approved in a way of their own: a launch with the lawyer, a daily plan without anybody. */
export function PlanApproval() {
  const { plan, plans } = usePlan();
  const [, setUrl] = useUrl();
  const read = useRead(['calendar', 'approval', plan?.id], () => answer(client.GET('/api/v1/plans/{plan}/approval', { params: { path: { plan: plan?.id ?? '' } } })), { enabled: plan !== null });
  if (!plan) return null;
  const open = plans.filter((each) => each.status !== 'closed' || each.id === plan.id);
  return (
    <Stack gap="sm" maw={560} component="section" aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      <Text c="dimmed" size="sm">
        {words.purpose}
      </Text>
      {open.length > 1 && <Select label={words.plan} data={open.map((each) => ({ value: each.id, label: each.title }))} value={plan.id} allowDeselect={false} onChange={(id) => id && setUrl({ plan: id })} />}
      <Loaded read={read} skeleton={<FormSkeleton fields={2} />}>
        {(view) => <OfPlan key={`${view.plan} ${view.own}`} view={view} title={plan.title} closed={plan.status === 'closed'} />}
      </Loaded>
    </Stack>
  );
}

function OfPlan({ view, title, closed }: { view: View; title: string; closed: boolean }) {
  const mayRun = useMay('runPlan') && !closed;
  const form = useForm({ initialValues: { own: view.own, approval: view.approval, fourEyes: view.fourEyes, steps: view.steps, ifLate: view.ifLate } });
  const params = { path: { plan: view.plan } };
  const save = useCommand(
    ({ own, ...body }: typeof form.values) => (own ? answer(client.PUT('/api/v1/plans/{plan}/approval', { params, body })) : answer(client.DELETE('/api/v1/plans/{plan}/approval', { params }))),
    { form, invalidate: [['calendar'], ['posts']], done: words.saved },
  );
  const { own, ...choice } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Checkbox label={words.own(title)} description={own ? undefined : words.brand(t.reviewing.steps.modes[view.brand])} disabled={!mayRun} checked={own} onChange={(event) => form.setFieldValue('own', event.currentTarget.checked)} />
        {own && <ApprovalFields value={choice} onChange={(next) => form.setValues(next)} disabled={!mayRun} error={form.errors.steps} />}
        <ProblemAlert problem={save.problem} form={form} />
        {mayRun && (own || view.own) && (
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              {own ? words.save : words.follow}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
