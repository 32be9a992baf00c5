import { useMemo } from 'react';
import { answer, client, useRead } from '../../api';
import type { Person } from './PersonPicker';

export interface People {
  /** Whoever has access today, by name; for a PersonPicker. */
  people: Person[];
  /** The name of a member, also of one who left; null for nobody. */
  nameOf: (id: string | null | undefined) => string | null;
}

/** Everybody in the workspace. */
export function usePeople(): People {
  const read = useRead(['members', 'all'], () => answer(client.GET('/api/v1/members', { params: { query: { includeLeft: true } } })));
  const members = read.data;
  return useMemo(() => {
    const names = new Map((members ?? []).map((member) => [member.id, member.name]));
    return {
      people: (members ?? []).filter((member) => member.active).map(({ id, name }) => ({ id, name })),
      nameOf: (id) => (id ? (names.get(id) ?? null) : null),
    };
  }, [members]);
}
