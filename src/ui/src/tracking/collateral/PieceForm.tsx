import { Button, FileButton, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPhotoPlus } from '@tabler/icons-react';
import { answer, client, Problem, useCommand } from '../../api';
import { base64, ProblemAlert, showProblem, useBrand, usePlan } from '../../shared';
import { t } from '../../texts';
import { afterPiece, kinds, type Kind, type Piece, useClaims } from './collateral';

const words = t.collateral;
const said = words.form;
const mostBytes = 20 * 1024 * 1024;

/** A new piece, or an old one said anew. */
export function PieceForm({ piece, onDone }: { piece: Piece | null; onDone: (piece: Piece) => void }) {
  const brand = useBrand();
  const { plan } = usePlan();
  const claims = useClaims();
  const form = useForm({
    initialValues: {
      kind: (piece?.kind ?? 'case') as Kind,
      title: piece?.title ?? '',
      text: piece?.text ?? '',
      link: piece?.link ?? '',
      claim: piece?.claim ?? (null as string | null),
      asset: piece?.asset ?? (null as string | null),
    },
    validate: { title: (value) => (value.trim() === '' ? said.titleMissing : null) },
  });
  const save = useCommand(
    (values: typeof form.values) => {
      const body = { ...values, text: values.text || null, link: values.link || null };
      return piece
        ? answer(client.PUT('/api/v1/collateral/{collateral}', { params: { path: { collateral: piece.id } }, body: { ...body, ifVersion: piece.version } }))
        : answer(client.POST('/api/v1/collateral', { body: { ...body, brand: brand.id, plan: plan?.id ?? null } }));
    },
    { form, invalidate: afterPiece, done: (_, made) => (piece ? said.saved : words.added(made.title)), onDone },
  );
  const upload = useCommand(async (file: File) => answer(client.POST('/api/v1/media', { body: { brand: brand.id, name: file.name.slice(0, 200), content: await base64(file) } })), {
    onDone: (asset) => form.setFieldValue('asset', asset.id),
  });
  const choose = (file: File | null) => {
    if (!file) return;
    if (file.size > mostBytes) showProblem(new Problem(413, 'media-too-large', said.pictureTooLarge));
    else upload.mutate(file);
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <TextInput label={said.title} data-autofocus maxLength={200} {...form.getInputProps('title')} />
        <Select label={words.kind} data={kinds.map((value) => ({ value, label: words.kinds[value] }))} {...form.getInputProps('kind')} />
        <Textarea label={said.text} description={said.textHint} autosize minRows={4} maxRows={14} {...form.getInputProps('text')} />
        <TextInput label={said.link} description={said.linkHint} type="url" {...form.getInputProps('link')} />
        {claims.length > 0 && <Select label={said.claim} clearable searchable data={claims} {...form.getInputProps('claim')} />}
        {form.values.asset ? (
          <Group>
            <img src={`/api/v1/media/${form.values.asset}/content`} alt="" style={{ maxHeight: 96, maxWidth: '100%' }} />
            <Button variant="default" size="compact-sm" onClick={() => form.setFieldValue('asset', null)}>
              {said.removePicture}
            </Button>
          </Group>
        ) : (
          <FileButton onChange={choose} accept="image/png,image/jpeg,image/gif,image/webp,video/mp4">
            {(props) => (
              <Button {...props} variant="default" size="compact-sm" loading={upload.isPending} leftSection={<IconPhotoPlus size={16} aria-hidden />} style={{ alignSelf: 'flex-start' }}>
                {said.picture}
              </Button>
            )}
          </FileButton>
        )}
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {piece ? said.save : words.add}
        </Button>
      </Stack>
    </form>
  );
}
