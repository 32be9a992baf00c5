import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';

const words = t.publishing;
const touched = [['publishing'], ['publications']];

function PauseDialog({ onClose }: { onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { why: '' }, validate: { why: (value) => (value.trim() === '' ? words.whyMissing : null) } });
  const pause = useCommand(({ why }: { why: string }) => answer(client.POST('/api/v1/publishing/pause', { body: { brand: brand.id, why } })), { form, invalidate: touched, done: words.pausedSaid, onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={words.pauseTitle} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => pause.mutate(values))}>
        <Stack gap="md">
          <Text>{words.pauseText}</Text>
          <Textarea label={words.why} description={words.whyHint} maxLength={400} autosize minRows={2} data-autofocus {...form.getInputProps('why')} />
          <ProblemAlert problem={pause.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={pause.isPending}>
              {words.pause}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The switch for a crisis: nothing goes out until each post was looked at. */
export function PauseButton() {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setAsks(true)}>
        {words.pause}
      </Button>
      {asks && <PauseDialog onClose={() => setAsks(false)} />}
    </>
  );
}

export function PausedNotice({ state, may }: { state: components['schemas']['PublishingState']; may: boolean }) {
  const brand = useBrand();
  const resume = useCommand(() => answer(client.POST('/api/v1/publishing/resume', { body: { brand: brand.id } })), { invalidate: touched, done: words.resumedSaid });
  return (
    <Alert color="orange" variant="light" icon={<IconPlayerPause aria-hidden />} title={words.paused(state.pausedBy ?? '', state.pauseReason ?? '')}>
      <Stack gap="sm" align="flex-start">
        {words.pausedText}
        {may && (
          <Button size="compact-sm" loading={resume.isPending} onClick={() => resume.mutate()}>
            {words.resume}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
