import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useRead } from '../api';
import { type Column, DataTable, Day, ListWithDetail, Loaded, MemberAvatar, StatusMark, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { InvitationLink, InviteMember } from './InviteMember';
import { MemberPanel } from './MemberPanel';
import { SettingsPage } from './SettingsPage';

type Member = components['schemas']['MemberView'];
const words = t.settings.members;

function Access({ member }: { member: Member }) {
  if (!member.active) return <StatusMark tone="calm" icon={IconCircleX}>{words.ended}</StatusMark>;
  if (!member.joined) return <StatusMark tone="info" icon={IconMail}>{words.invited}</StatusMark>;
  return <StatusMark tone="good" icon={IconCircleCheck}>{words.active}</StatusMark>;
}

const columns: Column<Member>[] = [
  { key: 'name', title: words.name, cell: (m) => <MemberAvatar name={m.name} withName />, sort: (m) => m.name },
  { key: 'email', title: words.email, cell: (m) => m.email, sort: (m) => m.email, hideBelow: 720 },
  { key: 'role', title: words.role, cell: (m) => (m.firm ? `${t.people.roles[m.role]}, ${m.firm}` : t.people.roles[m.role]), sort: (m) => t.people.roles[m.role] },
  { key: 'sees', title: words.sees, cell: (m) => (m.onlyPlans.length > 0 ? words.seesPlans(m.onlyPlans.length) : m.onlyBrands.length > 0 ? words.seesBrands(m.onlyBrands.length) : words.seesAll), hideBelow: 720 },
  { key: 'access', title: words.access, cell: (m) => <Access member={m} />, sort: (m) => Number(m.active) + Number(m.joined) },
  { key: 'until', title: words.until, cell: (m) => m.until && <Day date={m.until} />, sort: (m) => m.until, hideBelow: 720 },
];

export default function MembersPage() {
  const mayChange = useMay('administer');
  const [url, setUrl] = useUrl();
  const [invitation, setInvitation] = useState<components['schemas']['Invitation'] | null>(null);
  const includeLeft = url.ended === 'yes';
  const members = useRead(['members', includeLeft], () => answer(client.GET('/api/v1/members', { params: { query: { includeLeft } } })), { keep: true });
  const invite = () => setUrl({ add: 'member' }, true);
  const opened = members.data?.find((member) => member.id === url.member);
  return (
    <SettingsPage purpose={words.purpose} add={mayChange ? { id: 'members.invite', label: words.invite, run: invite, keywords: ['add', 'user', 'team'] } : null}>
      <ListWithDetail detail={opened && <MemberPanel key={opened.id} member={opened} onClose={() => setUrl({ member: undefined })} onInvited={setInvitation} />}>
        <Loaded read={members}>
          {(rows) => (
            <DataTable
              label={words.tab}
              rows={rows}
              columns={columns}
              rowKey={(m) => m.id}
              rowName={(m) => m.name}
              searchText={(m) => `${m.name} ${m.email} ${m.firm ?? ''}`}
              openKey={url.member}
              onOpen={(m) => setUrl({ member: m.id }, true)}
              firstSort="name"
            />
          )}
        </Loaded>
        <Checkbox mt="md" label={words.showEnded} checked={includeLeft} onChange={(event) => setUrl({ ended: event.currentTarget.checked ? 'yes' : undefined })} />
      </ListWithDetail>
      <InviteMember opened={mayChange && url.add === 'member'} onClose={() => setUrl({ add: undefined })} onInvited={setInvitation} />
      <InvitationLink invitation={invitation} onClose={() => setInvitation(null)} />
    </SettingsPage>
  );
}
