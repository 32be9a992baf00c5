import { Button, Checkbox, FileButton, Group, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { answer, client, Problem, useCommand } from '../api';
import { base64, CardsSkeleton, DetailPanel, Empty, formatDate, ListWithDetail, Loaded, Page, showProblem, useBrand, useMay, useUrl } from '../shared';
import { calendarTabs } from '../tabs';
import { t } from '../texts';
import { AssetDetail } from './AssetDetail';
import { type Asset, isFound, stale, useAssets, useUnused, useUses } from './data';
import classes from './Library.module.css';

const words = t.library;
const mostBytes = 20 * 1024 * 1024;

/** The brand's pictures and videos: found, described, cut for a network, replaced. */
export default function LibraryPage() {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const [url, setUrl] = useUrl();
  const read = useAssets();
  const add = useCommand(async (file: File) => answer(client.POST('/api/v1/media', { body: { brand: brand.id, name: file.name.slice(0, 200), content: await base64(file), folder: url.folder ?? null } })), {
    invalidate: stale,
    onDone: (asset) => setUrl({ asset: asset.id }),
  });
  const choose = (file: File | null) => {
    if (!file) return;
    if (file.size > mostBytes) showProblem(new Problem(413, 'media-too-large', words.tooLarge));
    else add.mutate(file);
  };
  const adding = (
    <FileButton onChange={choose} accept="image/png,image/jpeg,image/gif,image/webp,video/mp4">
      {(props) => (
        <Button {...props} loading={add.isPending} leftSection={<IconPhotoPlus size={16} aria-hidden />}>
          {words.add}
        </Button>
      )}
    </FileButton>
  );
  const opened = read.data?.find((asset) => asset.id === url.asset);
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={calendarTabs} action={mayWrite ? adding : undefined}>
      <ListWithDetail
        detail={
          opened && (
            <DetailPanel title={opened.name} onClose={() => setUrl({ asset: undefined })}>
              <AssetDetail key={opened.id} asset={opened} others={read.data ?? []} onGone={() => setUrl({ asset: undefined })} />
            </DetailPanel>
          )
        }
      >
        <Loaded read={read} skeleton={<CardsSkeleton />}>
          {(assets) => (assets.length === 0 ? <Empty title={words.empty} text={words.emptyWhy} /> : <Found assets={assets} />)}
        </Loaded>
      </ListWithDetail>
    </Page>
  );
}

function Found({ assets }: { assets: Asset[] }) {
  const [url, setUrl] = useUrl();
  const uses = useUses().data ?? [];
  const folders = [...new Set(assets.flatMap((asset) => asset.folder ?? []))].sort();
  const tags = [...new Set(assets.flatMap((asset) => asset.tags))].sort();
  const unused = useUnused().data;
  const onlyUnused = url.unused === 'yes';
  const found = assets.filter((asset) => isFound(asset, url.search ?? '', url.folder, url.tag) && (!onlyUnused || unused?.some((one) => one.id === asset.id)));
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <TextInput label={words.search} value={url.search ?? ''} onChange={(event) => setUrl({ search: event.currentTarget.value || undefined })} w={220} />
        {folders.length > 0 && <Select label={words.folder} placeholder={words.anyFolder} clearable data={folders} value={url.folder ?? null} onChange={(folder) => setUrl({ folder: folder ?? undefined })} />}
        {tags.length > 0 && <Select label={words.tag} placeholder={words.anyTag} clearable data={tags} value={url.tag ?? null} onChange={(tag) => setUrl({ tag: tag ?? undefined })} />}
        {unused && (unused.length > 0 || onlyUnused) && <Checkbox mb={8} label={words.unused(unused.length)} checked={onlyUnused} onChange={(event) => setUrl({ unused: event.currentTarget.checked ? 'yes' : undefined })} />}
      </Group>
      {found.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <ul className={classes.grid}>
        {found.map((asset) => (
          <li key={asset.id}>
            <UnstyledButton className={classes.card} data-open={url.asset === asset.id || undefined} onClick={() => setUrl({ asset: asset.id }, true)}>
              {asset.contentType.startsWith('video/') ? <span className={classes.video}>{words.video}</span> : <img src={asset.address} alt="" loading="lazy" style={{ objectPosition: `${asset.focalX * 100}% ${asset.focalY * 100}%` }} />}
              <span className={classes.words}>
                <b>{asset.name}</b>
                <span>{words.uses(uses.find((use) => use.asset === asset.id)?.posts ?? 0)}</span>
                {asset.usableUntil && <span className={asset.usableUntil < today ? classes.over : undefined}>{asset.usableUntil < today ? words.over(formatDate(asset.usableUntil)) : words.until(formatDate(asset.usableUntil))}</span>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
