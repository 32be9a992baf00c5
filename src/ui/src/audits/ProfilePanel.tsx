import { Button, FileButton, Group, List, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { base64, DetailPanel, Moment, NetworkMark, useBrand, useMay, networkName } from '../shared';
import { t } from '../texts';
import { LongText, ShortText } from './fields';
import { accountKeys } from './useAccounts';
import type { Profile } from './useProfiles';

const words = t.audits.profiles;
const texts = ['name', 'bio', 'link', 'location', 'contact', 'category', 'hours', 'pinned'] as const;
type Change = Partial<Record<(typeof texts)[number], string>> & { avatar?: string; cover?: string; pointsTo?: string[] };

/** One profile: its texts within the network's limits, its pictures, and where it points. */
export function ProfilePanel({ profile, all, onClose }: { profile: Profile; all: Profile[]; onClose: () => void }) {
  const disabled = !useMay('editPlan');
  const { zone } = useBrand();
  const params = { path: { account: profile.account } };
  const change = useCommand((body: Change) => answer(client.PATCH('/api/v1/accounts/{account}/profile', { params, body })), { invalidate: accountKeys, done: words.saved });
  const read = useCommand(() => answer(client.POST('/api/v1/accounts/{account}/profile/read', { params })), { invalidate: accountKeys, done: words.readDone });
  const asked = new Set<string>(['name', 'bio', 'link', ...profile.completeness.missing, ...texts.filter((key) => profile.texts[key])]);
  const limitOf = (key: string) => (key === 'name' ? profile.nameLimit : key === 'bio' ? profile.bioLimit : null);
  return (
    <DetailPanel title={profile.handle} onClose={onClose}>
      <Stack gap="md">
        <Group justify="space-between">
          <NetworkMark network={profile.network} />
          {profile.mayRead && !disabled && (
            <Button variant="default" size="compact-sm" leftSection={<IconRefresh size={14} aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
              {words.read}
            </Button>
          )}
        </Group>
        {profile.readAt ? (
          <Text size="sm" c="dimmed">
            {words.readFrom(profile.source ?? '')} <Moment at={profile.readAt} zone={zone} />
          </Text>
        ) : (
          !profile.mayRead && (
            <Text size="sm" c="dimmed">
              {words.cannotRead}
            </Text>
          )
        )}
        {texts
          .filter((key) => asked.has(key))
          .map((key) => {
            const limit = limitOf(key);
            const Field = key === 'bio' || key === 'contact' ? LongText : ShortText;
            return <Field key={key} label={words.parts[key]} description={limit ? words.limit(limit) : undefined} value={profile.texts[key]} onSave={(text) => change.mutate({ [key]: text })} disabled={disabled} />;
          })}
        <Picture use="avatar" profile={profile} disabled={disabled} onChange={(avatar) => change.mutate({ avatar })} />
        <Picture use="cover" profile={profile} disabled={disabled} onChange={(cover) => change.mutate({ cover })} />
        {profile.pictures.length > 0 && (
          <List size="sm">
            {profile.pictures.map((finding) => (
              <List.Item key={finding.message}>{finding.message}</List.Item>
            ))}
          </List>
        )}
        <MultiSelect
          label={words.pointsTo}
          description={words.pointsToHint}
          data={all.filter((other) => other.account !== profile.account).map((other) => ({ value: other.account, label: `${other.handle} (${networkName(other.network)})` }))}
          value={profile.pointsTo as string[]}
          onChange={(pointsTo) => change.mutate({ pointsTo })}
          disabled={disabled}
        />
      </Stack>
    </DetailPanel>
  );
}

function Picture({ use, profile, disabled, onChange }: { use: 'avatar' | 'cover'; profile: Profile; disabled: boolean; onChange: (asset: string) => void }) {
  const brand = useBrand();
  const mayAdd = useMay('writePosts');
  const library = useRead(['media', brand.id], () => answer(client.GET('/api/v1/media', { params: { query: { brand: brand.id } } })));
  const add = useCommand(async (file: File) => answer(client.POST('/api/v1/media', { body: { brand: brand.id, name: file.name.slice(0, 200), content: await base64(file) } })), {
    invalidate: [['media']],
    onDone: (asset) => onChange(asset.id),
  });
  const pictures = (library.data ?? []).filter((asset) => asset.contentType.startsWith('image/'));
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <Select
        style={{ flex: 1 }}
        label={words.parts[use]}
        placeholder={words.noPicture}
        data={pictures.map((asset) => ({ value: asset.id, label: `${asset.name}${asset.width ? ` (${asset.width} × ${asset.height})` : ''}` }))}
        value={profile[use] ?? null}
        onChange={(asset) => asset && onChange(asset)}
        disabled={disabled}
      />
      {!disabled && mayAdd && (
        <FileButton accept="image/*" onChange={(file) => file && add.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={add.isPending}>
              {words.upload}
            </Button>
          )}
        </FileButton>
      )}
    </Group>
  );
}
