import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, type Role, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { CopyOnce } from './CopyOnce';
import { RolePicker } from './RolePicker';
import { SightFields } from './SightFields';

type Invitation = components['schemas']['Invitation'];
const words = t.settings.members;

export function InviteMember({ opened, onClose, onInvited }: { opened: boolean; onClose: () => void; onInvited: (invitation: Invitation) => void }) {
  const form = useForm({
    initialValues: { name: '', email: '', role: 'editor' as Role, onlyBrands: [] as string[], onlyPlans: [] as string[], until: '', firm: '' },
    validate: {
      name: (value) => (value.trim() === '' ? words.nameMissing : null),
      email: (value) => (value.trim() === '' ? words.emailMissing : null),
    },
  });
  const invite = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/members', { body: { ...values, onlyPlans: values.role === 'guest' ? values.onlyPlans : [], until: values.until || null, firm: values.role === 'guest' ? values.firm : null } })), {
    form,
    invalidate: [['members']],
    onDone: (invitation) => {
      form.reset();
      onClose();
      onInvited(invitation);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.invite} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => invite.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.name} data-autofocus {...form.getInputProps('name')} />
          <TextInput label={words.email} type="email" {...form.getInputProps('email')} />
          <RolePicker {...form.getInputProps('role')} />
          {form.values.role === 'guest' && <TextInput label={words.firm} description={words.firmHint} maxLength={120} {...form.getInputProps('firm')} />}
          <SightFields
            role={form.values.role}
            value={form.values}
            onChange={({ onlyBrands, onlyPlans }) => form.setValues({ onlyBrands, onlyPlans })}
            error={{ brands: form.errors.onlyBrands as string | undefined, plans: form.errors.onlyPlans as string | undefined }}
          />
          <DateField label={words.until} description={words.untilHint} {...form.getInputProps('until')} />
          <ProblemAlert problem={invite.problem} form={form} />
          <Button type="submit" loading={invite.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.inviteSubmit}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** The link of an invitation, the one time it can be seen. */
export function InvitationLink({ invitation, onClose }: { invitation: Invitation | null; onClose: () => void }) {
  return (
    <Modal opened={invitation !== null} onClose={onClose} title={invitation && words.linkTitle(invitation.member.name)} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="md">
        <Text>{words.link}</Text>
        {invitation && <CopyOnce value={`${location.origin}/join/${invitation.code}`} verb={words.copy} done={words.copied} />}
      </Stack>
    </Modal>
  );
}
