import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { placeOf } from './place';
import { PlaceSelect } from './PlaceSelect';
import { rangeOf } from './range';

type Deal = components['schemas']['DealView'];
const words = t.tracking.deals;

interface Props {
  /** The deal that is changed; a new one without it. */
  deal?: Deal;
  onClose: () => void;
}

/** An offer with its code: a new one, or one whose mistakes are mended. */
export function DealDialog({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Modal opened={opened} onClose={props.onClose} title={props.deal ? words.changeOf(props.deal.code) : words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <DealForm {...props} />
    </Modal>
  );
}

/** What a deal says, as it is sent. */
const sent = ({ code, title, from, until, issued, place }: Deal) => ({ code, title, from, until, issued, place });

function DealForm({ deal, onClose }: Props) {
  const brand = useBrand();
  const [before] = Object.values(deal?.place ?? {}).filter((id): id is string => typeof id === 'string');
  const form = useForm({
    initialValues: {
      code: deal?.code ?? '',
      title: deal?.title ?? '',
      from: deal?.from ?? rangeOf(1, brand.zone).from,
      until: deal?.until ?? rangeOf(-29, brand.zone).from,
      issued: deal?.issued ?? ('' as number | ''),
      place: before ?? '',
    },
    validate: {
      code: (value) => (value.trim() === '' ? words.codeMissing : null),
      title: (value) => (value.trim() === '' ? words.nameMissing : null),
    },
  });
  const change = (id: string, body: ReturnType<typeof sent> & { ifVersion?: number }) => answer(client.PUT('/api/v1/deals/{deal}', { params: { path: { deal: id } }, body }));
  const save = useCommand(
    ({ issued, place, ...values }: typeof form.values) => {
      const said = { ...values, issued: issued === '' ? null : issued };
      if (!deal) return answer(client.POST('/api/v1/deals', { body: { ...said, brand: brand.id, place: placeOf(place) ?? undefined } }));
      return change(deal.id, { ...said, place: place === (before ?? '') ? deal.place : (placeOf(place) ?? {}), ifVersion: deal.version });
    },
    {
      form,
      done: (_, done) => (deal ? words.changed(done.code) : words.added(done.code)),
      invalidate: [['deals', brand.id]],
      undo: deal && (() => change(deal.id, sent(deal))),
      onDone: onClose,
    },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <TextInput label={words.code} description={words.codeHint} data-autofocus {...form.getInputProps('code')} />
        <TextInput label={words.name} {...form.getInputProps('title')} />
        <Group grow align="flex-start">
          <DateField label={words.from} {...form.getInputProps('from')} />
          <DateField label={words.until} {...form.getInputProps('until')} />
        </Group>
        <PlaceSelect description={words.placeHint} {...form.getInputProps('place')} />
        <NumberField label={words.issued} description={words.issuedHint} min={1} allowDecimal={false} {...form.getInputProps('issued')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {deal ? t.actions.save : words.add}
        </Button>
      </Stack>
    </form>
  );
}
