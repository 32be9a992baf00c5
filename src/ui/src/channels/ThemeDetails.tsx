import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { answer, client, useCommand } from '../api';
import { t } from '../texts';
import { afterChange, type Theme } from './useChannels';

const words = t.channels;
type Change = Partial<Pick<Theme, 'name' | 'about' | 'examples' | 'dos' | 'donts'>>;
const lists = ['examples', 'dos', 'donts'] as const;

/** What a theme is about, with examples and what to do and not to do; each field is saved when one leaves it. */
export function ThemeDetails({ theme, disabled }: { theme: Theme; disabled: boolean }) {
  const params = { path: { pillar: theme.id } };
  const patch = (body: Change) => answer(client.PATCH('/api/v1/themes/{pillar}', { params, body }));
  const invalidate = afterChange;
  const change = useCommand(patch, { invalidate, done: words.saved(theme.name), undo: () => patch({ name: theme.name, about: theme.about ?? '', examples: theme.examples, dos: theme.dos, donts: theme.donts }) });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/themes/{pillar}', { params })), { invalidate, done: words.removed(theme.name) });
  return (
    <Stack gap="sm" pl="md">
      <TextInput label={words.theme} defaultValue={theme.name} disabled={disabled} onBlur={({ currentTarget: { value } }) => value.trim() && value !== theme.name && change.mutate({ name: value })} />
      <Textarea label={words.about} autosize defaultValue={theme.about ?? ''} disabled={disabled} onBlur={({ currentTarget: { value } }) => value !== (theme.about ?? '') && change.mutate({ about: value })} />
      {lists.map((key) => (
        <Textarea
          key={key}
          label={words[key]}
          description={words.lines}
          autosize
          defaultValue={theme[key].join('\n')}
          disabled={disabled}
          onBlur={({ currentTarget: { value } }) => value !== theme[key].join('\n') && change.mutate({ [key]: value.split('\n').filter((line) => line.trim()) })}
        />
      ))}
      {!disabled && (
        <Group>
          <Button variant="subtle" color="red" onClick={() => remove.mutate()}>
            {words.delete(theme.name)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
