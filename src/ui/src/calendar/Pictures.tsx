import { ActionIcon, Anchor, Button, Checkbox, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconCrop, IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, Problem, useCommand, useRead } from '../api';
import { base64, showProblem, useBrand } from '../shared';
import { Cropper } from '../shared/media/Cropper';
import { t } from '../texts';
import classes from './Composer.module.css';
import { type Draft, type Media, withCut } from './draft';
import type { Chosen } from './Editor';
import { LibraryPicker } from './LibraryPicker';

const words = t.calendar.composer;
const mostBytes = 20 * 1024 * 1024;

export const addressOf = (asset: string) => `/api/v1/media/${asset}/content`;

/** The pictures of a post, each with what it says to people who cannot see it. */
export function Pictures({ draft, onChange, disabled, chosen = [] }: { draft: Draft; onChange: (draft: Draft) => void; disabled: boolean; chosen?: Chosen[] }) {
  const brand = useBrand();
  const add = useCommand(async (file: File) => answer(client.POST('/api/v1/media', { body: { brand: brand.id, name: file.name.slice(0, 200), content: await base64(file) } })), {
    onDone: (asset) => onChange({ ...draft, media: [...draft.media, { asset: asset.id, alt: asset.alt ?? null, decorative: false }] }),
  });
  const choose = (file: File | null) => {
    if (!file) return;
    if (file.size > mostBytes) showProblem(new Problem(413, 'media-too-large', words.pictureTooLarge));
    else add.mutate(file);
  };
  const change = (place: number, media: Media) => onChange({ ...draft, media: draft.media.map((each, at) => (at === place ? media : each)) });
  return (
    <div className={classes.pictures}>
      {draft.media.map((media, place) => (
        <div key={media.asset} className={classes.picture} role="group" aria-label={words.pictureOf(place + 1)}>
          <img src={addressOf(media.asset)} alt={media.alt ?? ''} />
          <div>
            <Textarea
              label={words.pictureAlt}
              description={words.pictureAltHint}
              autosize
              minRows={2}
              value={media.alt ?? ''}
              disabled={disabled || media.decorative}
              onChange={(event) => change(place, { ...media, alt: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            />
            <Checkbox
              mt={6}
              label={words.decorative}
              checked={media.decorative}
              disabled={disabled}
              onChange={(event) => change(place, { ...media, decorative: event.currentTarget.checked, alt: event.currentTarget.checked ? null : media.alt })}
            />
            {chosen.length > 0 && <Cuts media={media} chosen={chosen} disabled={disabled} onChange={(next) => change(place, next)} />}
          </div>
          <ActionIcon
            variant="subtle"
            aria-label={words.removePicture(place + 1)}
            disabled={disabled}
            onClick={() => onChange({ ...draft, media: draft.media.filter((_, at) => at !== place) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group gap="xs">
      <FileButton onChange={choose} accept="image/png,image/jpeg,image/gif,image/webp,video/mp4" disabled={disabled}>
        {(props) => (
          <Button {...props} variant="default" size="compact-sm" loading={add.isPending} leftSection={<IconPhotoPlus size={16} aria-hidden />} style={{ justifySelf: 'start' }}>
            {words.picture}
          </Button>
        )}
      </FileButton>
      {!disabled && (
        <LibraryPicker chosen={draft.media.map((media) => media.asset)} onPick={(asset) => onChange({ ...draft, media: [...draft.media, { asset: asset.id, alt: asset.alt ?? null, decorative: false }] })} />
      )}
      </Group>
    </div>
  );
}

/** What of the picture each account shows: the whole, or what was cut for its network. */
function Cuts({ media, chosen, disabled, onChange }: { media: Media; chosen: Chosen[]; disabled: boolean; onChange: (media: Media) => void }) {
  const [cutting, setCutting] = useState(false);
  const asset = useRead(['media', 'one', media.asset], () => answer(client.GET('/api/v1/media/{asset}', { params: { path: { asset: media.asset } } }))).data;
  const shapes = chosen.flatMap(({ account, network }) =>
    (network?.images ?? []).filter((image) => !['avatar', 'cover'].includes(image.use)).map((image) => ({ account: account.id, label: `${network?.name ?? account.network}, ${image.use.replaceAll('-', ' ')}`, width: image.width, height: image.height })),
  );
  if (!asset?.width || shapes.length === 0) return null;
  return (
    <>
      <Group gap="xs" mt={6}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconCrop size={14} aria-hidden />} disabled={disabled} onClick={() => setCutting(true)}>
          {t.library.detail.cut}
        </Button>
        {chosen.filter(({ account }) => media.cuts?.[account.id]).map(({ account, network }) => (
          <Text key={account.id} size="xs">
            {words.cutFor(network?.name ?? account.network)}{' '}
            <Anchor component="button" type="button" size="xs" underline="always" disabled={disabled} onClick={() => onChange(withCut(media, account.id, null))}>
              {words.wholeAgain}
            </Anchor>
          </Text>
        ))}
      </Group>
      {cutting && (
        <Cropper
          asset={asset}
          shapes={shapes}
          onClose={() => setCutting(false)}
          onCut={(cut, shape) => {
            setCutting(false);
            onChange(withCut(media, shapes[shape]!.account, cut.id));
          }}
        />
      )}
    </>
  );
}
