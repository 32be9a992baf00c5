import { Button, Group, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { formatDate, formatPercent, Loaded, ProblemAlert, useBrand, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';

const words = t.returns.margins;
const part = (percent: number) => formatPercent(percent / 100, 2);

/** What part of the price is left of what serves this goal; by it the return on what is left is told. */
export function GoalMargin({ goal, plan }: { goal: string; plan: string }) {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const path = { params: { path: { brand: brand.id } } };
  const read = useRead(['margins', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/margins', path)));
  const form = useForm({ initialValues: { from: `${new Date().getFullYear()}-01-01`, percent: '' as number | '' }, validate: { percent: (value) => (value === '' ? words.percentMissing : null), from: (value) => (value === '' ? words.fromMissing : null) } });
  const keys = [['margins', brand.id], ['returns', plan], ['executive', plan]];
  const put = (from: string, percent: number | null) => answer(client.PUT('/api/v1/brands/{brand}/margins', { ...path, body: { from, percent, goal } }));
  const set = useCommand((values: typeof form.values) => put(values.from, Number(values.percent)), { form, invalidate: keys, done: words.saved, onDone: () => form.reset() });
  const remove = useCommand((row: { from: string; percent: number }) => put(row.from, null), { invalidate: keys, done: words.removed, undo: (row) => put(row.from, row.percent) });
  return (
    <Loaded read={read}>
      {(rows) => {
        const own = rows.find((row) => row.goal === goal);
        const all = rows.find((row) => row.goal === null);
        return (
          <>
            <Group gap="xs">
              <Text size="sm">{own ? words.goalHas(part(own.percent), formatDate(own.from)) : words.goalNone(all ? part(all.percent) : null)}</Text>
              {own && may && (
                <Button size="compact-sm" variant="subtle" color="red" aria-label={words.removeOf(String(own.percent))} onClick={() => remove.mutate(own)}>
                  {words.remove}
                </Button>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {words.goalText}
            </Text>
            {may && (
              <form noValidate onSubmit={form.onSubmit((values) => set.mutate(values))}>
                <Group align="flex-end" mt="xs">
                  <NumberField label={words.percent} suffix=" %" min={0} max={100} decimalScale={2} w={120} {...form.getInputProps('percent')} />
                  <DateField label={words.from} w={160} {...form.getInputProps('from')} />
                  <Button type="submit" variant="default" loading={set.isPending}>
                    {words.set}
                  </Button>
                </Group>
                <ProblemAlert problem={set.problem} form={form} />
              </form>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
