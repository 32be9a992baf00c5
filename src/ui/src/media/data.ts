import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

export type Asset = components['schemas']['AssetView'];
export const stale = [['media']];

export function useAssets() {
  const brand = useBrand();
  return useRead(['media', 'list', brand.id], () => answer(client.GET('/api/v1/media', { params: { query: { brand: brand.id, archived: false, cut: false } } })));
}

export function useUses() {
  const brand = useBrand();
  return useRead(['media', 'uses', brand.id], () => answer(client.GET('/api/v1/media/uses', { params: { query: { brand: brand.id } } })));
}

/** The pictures and videos that nothing shows. */
export function useUnused() {
  const brand = useBrand();
  return useRead(['media', 'unused', brand.id], () => answer(client.GET('/api/v1/media/unused', { params: { query: { brand: brand.id } } })));
}

export const useNetworks = () => useRead(['networks'], () => answer(client.GET('/api/v1/networks')));

/** What a person may look for: words in the name, the description, the folder and the tags. */
export function isFound(asset: Asset, search: string, folder: string | undefined, tag: string | undefined): boolean {
  const said = [asset.name, asset.alt ?? '', asset.folder ?? '', ...asset.tags].join(' ').toLowerCase();
  return (
    search.toLowerCase().split(/\s+/).every((word) => said.includes(word)) &&
    (folder === undefined || asset.folder === folder || (asset.folder ?? '').startsWith(`${folder}/`)) &&
    (tag === undefined || asset.tags.includes(tag))
  );
}
