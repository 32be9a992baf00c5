import { Button, Modal, TextInput } from '@mantine/core';
import { IconLibraryPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';

type Asset = components['schemas']['AssetView'];

/** A picture that the brand has already: chosen by its name, folder or tags. */
export function LibraryPicker({ chosen, onPick }: { chosen: string[]; onPick: (asset: Asset) => void }) {
  const brand = useBrand();
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState('');
  const all = useRead(['media', 'list', brand.id], () => answer(client.GET('/api/v1/media', { params: { query: { brand: brand.id, archived: false, cut: false } } })), { enabled: opened }).data ?? [];
  const found = all.filter((asset) => !chosen.includes(asset.id) && search.toLowerCase().split(/\s+/).every((word) => [asset.name, asset.alt ?? '', asset.folder ?? '', ...asset.tags].join(' ').toLowerCase().includes(word)));
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconLibraryPhoto size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t.calendar.composer.fromLibrary}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t.calendar.composer.fromLibrary} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
        <TextInput label={t.library.search} data-autofocus mb="sm" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        {found.length === 0 && t.library.none}
        <div className={classes.library}>
          {found.slice(0, 60).map((asset) => (
            <button
              key={asset.id}
              type="button"
              onClick={() => {
                onPick(asset);
                setOpened(false);
              }}
            >
              {asset.contentType.startsWith('video/') ? <span>{t.library.video}</span> : <img src={asset.address} alt="" loading="lazy" />}
              {asset.name}
            </button>
          ))}
        </div>
      </Modal>
    </>
  );
}
