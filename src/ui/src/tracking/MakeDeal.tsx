import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { placeOf } from './place';
import { PlaceSelect } from './PlaceSelect';
import { rangeOf } from './range';

const words = t.tracking.deals;

/** A new offer with its code. */
export function MakeDeal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: { code: '', title: '', from: rangeOf(1, brand.zone).from, until: rangeOf(-29, brand.zone).from, issued: '' as number | '', place: '' },
    validate: {
      code: (value) => (value.trim() === '' ? words.codeMissing : null),
      title: (value) => (value.trim() === '' ? words.nameMissing : null),
    },
  });
  const make = useCommand(
    ({ issued, place, ...values }: typeof form.values) =>
      answer(client.POST('/api/v1/deals', { body: { ...values, brand: brand.id, issued: issued === '' ? null : issued, place: placeOf(place) ?? undefined } })),
    {
      form,
      done: (_, deal) => words.added(deal.code),
      invalidate: [['deals', brand.id]],
      onDone: () => {
        form.reset();
        onClose();
      },
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.code} description={words.codeHint} data-autofocus {...form.getInputProps('code')} />
          <TextInput label={words.name} {...form.getInputProps('title')} />
          <Group grow>
            <DateField label={words.from} {...form.getInputProps('from')} />
            <DateField label={words.until} {...form.getInputProps('until')} />
          </Group>
          <PlaceSelect description={words.placeHint} {...form.getInputProps('place')} />
          <NumberField label={words.issued} description={words.issuedHint} min={1} allowDecimal={false} {...form.getInputProps('issued')} />
          <ProblemAlert problem={make.problem} form={form} />
          <Button type="submit" loading={make.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
