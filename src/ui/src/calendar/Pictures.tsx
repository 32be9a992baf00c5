import { ActionIcon, Button, Checkbox, FileButton, Textarea } from '@mantine/core';
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { answer, client, Problem, useCommand } from '../api';
import { showProblem, useBrand } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';
import type { Draft, Media } from './draft';

const words = t.calendar.composer;
const mostBytes = 20 * 1024 * 1024;

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export const addressOf = (asset: string) => `/api/v1/media/${asset}/content`;

/** The pictures of a post, each with what it says to people who cannot see it. */
export function Pictures({ draft, onChange, disabled }: { draft: Draft; onChange: (draft: Draft) => void; disabled: boolean }) {
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
      <FileButton onChange={choose} accept="image/png,image/jpeg,image/gif,image/webp,video/mp4" disabled={disabled}>
        {(props) => (
          <Button {...props} variant="default" size="compact-sm" loading={add.isPending} leftSection={<IconPhotoPlus size={16} aria-hidden />} style={{ justifySelf: 'start' }}>
            {words.picture}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
