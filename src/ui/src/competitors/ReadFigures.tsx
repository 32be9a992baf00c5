import { Menu } from '@mantine/core';
import { answer, client, useCommand } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { rivalKeys } from './data';

/** Reads what the networks show everybody, of all rivals and the own accounts beside them. */
export function ReadFigures() {
  const brand = useBrand();
  const read = useCommand(() => answer(client.POST('/api/v1/benchmark-snapshots/read', { body: { brand: brand.id } })), {
    invalidate: rivalKeys,
    done: (_, results) => t.competitors.read(results.filter((result) => result.read).length, results.length),
  });
  return (
    <Menu.Item onClick={() => read.mutate()} disabled={read.isPending}>
      {t.competitors.readAll}
    </Menu.Item>
  );
}
