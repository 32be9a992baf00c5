import { Button, Group, Stack, Text } from '@mantine/core';
import { answer, client, type components, type Role, useCommand } from '../api';
import { confirm, DetailPanel, InlineEdit, useMay, useMember } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { RolePicker } from './RolePicker';
import { SightFields } from './SightFields';

type Member = components['schemas']['MemberView'];
const words = t.settings.members;

interface Props {
  member: Member;
  onClose: () => void;
  onInvited: (invitation: components['schemas']['Invitation']) => void;
}

interface Change {
  name?: string;
  role?: Role;
  onlyBrands?: string[];
  onlyPlans?: string[];
  until?: string;
  firm?: string;
  noEnd?: boolean;
}

/** One member: name, role, end date, access. */
export function MemberPanel({ member, onClose, onInvited }: Props) {
  const mayChange = useMay('administer');
  const self = useMember().id === member.id;
  const path = { path: { member: member.id } };
  const invalidate = [['members'], ['account']];
  const patch = (body: Change) => answer(client.PATCH('/api/v1/members/{member}', { params: path, body }));
  const end = () => answer(client.POST('/api/v1/members/{member}/end', { params: path }));
  const giveBack = () => answer(client.POST('/api/v1/members/{member}/return', { params: path }));

  const before: Change = {
    name: member.name,
    role: member.role,
    onlyBrands: member.onlyBrands,
    onlyPlans: member.onlyPlans,
    firm: member.firm ?? '',
    ...(member.until ? { until: member.until } : { noEnd: true }),
  };
  const change = useCommand(patch, { invalidate, done: words.changed(member.name), undo: () => patch(before) });
  const leave = useCommand(end, { invalidate, done: words.endedSaid(member.name), undo: giveBack });
  const comeBack = useCommand(giveBack, { invalidate, done: words.returned(member.name), undo: end });
  const endFirm = useCommand((firm: string) => answer(client.POST('/api/v1/members/end-firm', { body: { firm, until: new Date().toISOString().slice(0, 10) } })), { invalidate, done: (firm) => words.endFirmSaid(firm) });
  const askEndFirm = async (firm: string) => {
    if (await confirm({ title: words.endFirm(firm), text: words.endFirmText, verb: words.end })) endFirm.mutate(firm);
  };
  const again = useCommand(() => answer(client.POST('/api/v1/members/{member}/invite', { params: path })), { invalidate, onDone: onInvited });
  return (
    <DetailPanel
      title={
        <>
          <InlineEdit label={words.name} value={member.name} onSave={(name) => change.mutate({ name })} disabled={!mayChange} /> {self && words.you}
        </>
      }
      onClose={onClose}
    >
      <Stack gap="md">
        <Text c="dimmed">{member.email}</Text>
        <RolePicker value={member.role} onChange={(role) => role && change.mutate({ role: role as Role, ...(role === 'owner' && { onlyBrands: [] }), ...(role !== 'guest' && { onlyPlans: [] }) })} disabled={!mayChange || self} />
        {member.role === 'guest' && (
          <Group gap="xs" align="baseline">
            <Text size="sm" fw={600}>
              {words.firm}
            </Text>
            <InlineEdit label={words.firm} value={member.firm ?? ''} onSave={(firm) => change.mutate({ firm })} placeholder={words.noFirm} required={false} disabled={!mayChange} />
            {member.firm && member.active && mayChange && (
              <Button size="compact-sm" variant="subtle" onClick={() => void askEndFirm(member.firm!)}>
                {words.endFirm(member.firm)}
              </Button>
            )}
          </Group>
        )}
        <SightFields role={member.role} value={member} onChange={(sight) => change.mutate(sight)} disabled={!mayChange || self} />
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <DateField
            label={words.until}
            description={words.untilHint}
            value={member.until}
            disabled={!mayChange || self}
            onChange={(until) => change.mutate(until ? { until } : { noEnd: true })}
            style={{ flex: 1 }}
          />
          {member.until && mayChange && !self && (
            <Button variant="default" onClick={() => change.mutate({ noEnd: true })}>
              {words.noEnd}
            </Button>
          )}
        </Group>
        {mayChange && !self && (
          <Group>
            {member.active && !member.joined && (
              <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
                {words.inviteAgain}
              </Button>
            )}
            {member.active ? (
              <Button variant="default" onClick={() => leave.mutate()}>
                {words.end}
              </Button>
            ) : (
              <Button variant="default" onClick={() => comeBack.mutate()}>
                {words.return}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </DetailPanel>
  );
}
