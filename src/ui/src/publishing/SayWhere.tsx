import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemAlert } from '../shared';
import { t } from '../texts';
import { type Publication, useDecide } from './reads';

/** Somebody found the post, or published it by hand: where is it? */
export function SayWhere({ one, onClose }: { one: Publication; onClose: () => void }) {
  const words = t.publishing;
  const form = useForm({ initialValues: { url: '' } });
  const decide = useDecide(words.decidedSaid, onClose);
  const wrong = decide.problem?.errors.url?.[0];
  return (
    <Modal opened onClose={onClose} title={words.whereTitle} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit(({ url }) => decide.mutate({ one, isOut: true, url: url.trim() }))}>
        <Stack gap="md">
          <Text>{words.whereText}</Text>
          <TextInput type="url" label={words.where} placeholder={words.whereExample} data-autofocus {...form.getInputProps('url')} error={wrong} />
          <ProblemAlert problem={wrong ? null : decide.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={decide.isPending}>
              {words.whereVerb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
