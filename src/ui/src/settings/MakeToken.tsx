import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type Permission, useCommand } from '../api';
import { ProblemAlert, useMember } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { CopyOnce } from './CopyOnce';

const words = t.settings.tokens;
const permissions = Object.keys(words.permissions) as Permission[];

/** Makes a token, then shows it the one time it can be seen. */
export function MakeToken({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const own = useMember().permissions;
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', scope: ['read'] as Permission[], days: 90 },
    validate: {
      name: (value) => (value.trim() === '' ? words.nameMissing : null),
      scope: (value) => (value.length === 0 ? words.scopeMissing : null),
    },
  });
  const make = useCommand((body: typeof form.values) => answer(client.POST('/api/v1/api-tokens', { body })), {
    form,
    invalidate: [['api-tokens']],
    onDone: (made) => {
      form.reset();
      setSecret(made.secret);
    },
  });
  const close = () => {
    setSecret(null);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={secret ? words.secretTitle : words.make} closeButtonProps={{ 'aria-label': t.actions.close }} closeOnClickOutside={!secret}>
      {secret ? (
        <Stack gap="md">
          <Text>{words.secret}</Text>
          <CopyOnce value={secret} verb={words.copy} done={words.copied} />
        </Stack>
      ) : (
        <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
          <Stack gap="md">
            <TextInput label={words.name} description={words.nameHint} data-autofocus {...form.getInputProps('name')} />
            <Checkbox.Group label={words.scope} {...form.getInputProps('scope')}>
              <Stack gap={8} mt={6}>
                {permissions
                  .filter((permission) => own.includes(permission))
                  .map((permission) => (
                    <Checkbox key={permission} value={permission} label={words.permissions[permission]} />
                  ))}
              </Stack>
            </Checkbox.Group>
            <NumberField label={words.days} min={1} max={366} allowDecimal={false} {...form.getInputProps('days')} />
            <ProblemAlert problem={make.problem} form={form} />
            <Button type="submit" loading={make.isPending} style={{ alignSelf: 'flex-start' }}>
              {words.make}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
