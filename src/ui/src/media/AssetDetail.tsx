import { Anchor, Button, Group, List, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCrop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { confirm, PostStatusBadge, ProblemAlert, showDone, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { Cropper } from '../shared/media/Cropper';
import { t } from '../texts';
import { type Asset, stale, useNetworks, useUnused, useUses } from './data';
import { FocalPoint } from './FocalPoint';
import classes from './Library.module.css';

const words = t.library.detail;

/** One picture or video: what it says, where it lies, until when, where it is used, what is cut from it, what replaces it. */
export function AssetDetail({ asset, others, onGone }: { asset: Asset; others: Asset[]; onGone: () => void }) {
  const mayWrite = useMay('writePosts');
  const uses = useUses().data?.find((use) => use.asset === asset.id);
  const [cutting, setCutting] = useState(false);
  const sizes = (useNetworks().data ?? []).flatMap((network) =>
    (network.images ?? []).filter((image) => !['avatar', 'cover'].includes(image.use)).map((image) => ({ label: `${network.name}, ${image.use.replaceAll('-', ' ')}`, width: image.width, height: image.height })),
  );
  const isPicture = asset.width != null && asset.height != null;
  const archive = useCommand(() => answer(client.POST('/api/v1/media/{asset}/archive', { params: { path: { asset: asset.id } } })), { invalidate: stale, done: words.archived, onDone: onGone });
  const isUnused = useUnused().data?.some((one) => one.id === asset.id) ?? false;
  const remove = useCommand(() => answer(client.DELETE('/api/v1/media/{asset}', { params: { path: { asset: asset.id } } })), { invalidate: stale, done: words.deleted, onDone: onGone });
  const askToDelete = async () => {
    if (await confirm({ title: words.deleteTitle(asset.name), text: words.deleteText, verb: words.delete })) remove.mutate();
  };
  return (
    <Stack gap="md">
      {asset.contentType.startsWith('video/') ? <video className={classes.shown} src={asset.address} controls /> : <img className={classes.shown} src={asset.address} alt={asset.alt ?? ''} />}
      {isPicture && <Text size="sm" c="dimmed">{t.library.size(asset.width ?? 0, asset.height ?? 0)}</Text>}
      {/* What is typed stays while something else of the picture is saved. */}
      <DescribeForm key={JSON.stringify([asset.name, asset.alt, asset.folder, asset.tags, asset.usableUntil])} asset={asset} disabled={!mayWrite} />
      {isPicture && <FocalPoint key={`${asset.focalX} ${asset.focalY}`} asset={asset} disabled={!mayWrite} />}
      <section aria-labelledby="where">
        <Text fw={600} id="where">{words.where}</Text>
        {!uses && <Text size="sm" c="dimmed">{t.library.uses(0)}</Text>}
        <Stack gap={4}>
          {(uses?.some ?? []).map((use) => (
            <Text key={use.post} size="sm">
              <Anchor renderRoot={(props) => <Link to="/calendar/$post" params={{ post: use.post }} {...props} />}>{use.title}</Anchor> <PostStatusBadge status={use.status} />
            </Text>
          ))}
        </Stack>
      </section>
      {mayWrite && (uses?.some ?? []).some((use) => use.open) && <ReplaceForm asset={asset} others={others} />}
      {isPicture && sizes.length > 0 && (
        <section aria-labelledby="sizes">
          <Text fw={600} id="sizes">{words.sizes}</Text>
          <List size="sm">
            {sizes.map((size) => (
              <List.Item key={size.label}>
                {size.label}: {t.library.size(size.width, size.height)}, {(asset.width ?? 0) >= size.width && (asset.height ?? 0) >= size.height ? words.enough : words.tooSmall}
              </List.Item>
            ))}
          </List>
          {mayWrite && (
            <Button mt="xs" size="compact-sm" variant="default" leftSection={<IconCrop size={16} aria-hidden />} onClick={() => setCutting(true)}>
              {words.cut}
            </Button>
          )}
        </section>
      )}
      {mayWrite && (
        <Group gap="xs">
          <Button variant="subtle" onClick={() => archive.mutate()}>
            {words.archive}
          </Button>
          {isUnused && (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => void askToDelete()}>
              {words.delete}
            </Button>
          )}
        </Group>
      )}
      {cutting && (
        <Cropper
          asset={asset}
          shapes={sizes}
          onClose={() => setCutting(false)}
          onCut={() => {
            setCutting(false);
            showDone(words.cutDone);
          }}
        />
      )}
    </Stack>
  );
}

function DescribeForm({ asset, disabled }: { asset: Asset; disabled: boolean }) {
  const form = useForm({ initialValues: { name: asset.name, alt: asset.alt ?? '', folder: asset.folder ?? '', tags: asset.tags.join(', '), usableUntil: asset.usableUntil ?? '' } });
  const save = useCommand(
    (values: typeof form.values) =>
      answer(
        client.PATCH('/api/v1/media/{asset}', {
          params: { path: { asset: asset.id } },
          body: { name: values.name, alt: values.alt || null, folder: values.folder, tags: values.tags.split(','), usableUntil: values.usableUntil || null },
        }),
      ),
    { form, invalidate: stale, done: words.saved },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm">
          <TextInput label={words.name} maxLength={200} {...form.getInputProps('name')} />
          <Textarea label={words.alt} description={words.altHint} autosize minRows={2} maxLength={4000} {...form.getInputProps('alt')} />
          <TextInput label={t.library.folder} description={words.folderHint} maxLength={200} {...form.getInputProps('folder')} />
          <TextInput label={words.tags} description={words.tagsHint} {...form.getInputProps('tags')} />
          <DateField label={words.until} value={form.values.usableUntil} onChange={(value) => form.setFieldValue('usableUntil', value)} />
          <ProblemAlert problem={save.problem} form={form} />
          {!disabled && (
            <Button type="submit" variant="default" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {words.save}
            </Button>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

function ReplaceForm({ asset, others }: { asset: Asset; others: Asset[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const replace = useCommand((other: string) => answer(client.POST('/api/v1/media/{asset}/replace', { params: { path: { asset: asset.id } }, body: { with: other } })), {
    invalidate: [...stale, ['posts'], ['calendar']],
    done: (_, result) => words.replaced(result.posts),
  });
  return (
    <section aria-labelledby="replace">
      <Text fw={600} id="replace">{words.replace}</Text>
      <Select label={words.replaceWith} searchable data={others.filter((other) => other.id !== asset.id).map((other) => ({ value: other.id, label: other.name }))} value={chosen} onChange={setChosen} />
      <Button mt="xs" size="compact-sm" variant="default" disabled={!chosen} loading={replace.isPending} onClick={() => chosen && replace.mutate(chosen)}>
        {words.replaceDo}
      </Button>
    </section>
  );
}
