import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type AccountState, accountState, type Brand, type Member, type Permission } from '../../api/account';
import { useUrl } from './useUrl';

/** Who is signed in, and the brands they see. The router loads it before any page. */
export function useAccount(): AccountState {
  return useSuspenseQuery(accountState).data;
}

/** The signed-in person. */
export function useMember(): Member {
  const { member } = useAccount();
  if (!member) throw new Error('This page is shown to signed-in members only.');
  return member;
}

/** May the signed-in person do this? Names are those of the permission matrix. */
export function useMay(permission: Permission): boolean {
  return useMember().permissions.includes(permission);
}

const remembered = 'bellwether-brand';

/** The brand looked at last on this device. */
export function lastBrand(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

export function pickBrand(brands: Brand[], asked: string | undefined, last: string | null): Brand | undefined {
  return brands.find((b) => b.id === asked) ?? brands.find((b) => b.id === last) ?? brands[0];
}

/** The brand on screen: from the address, else the one looked at last. Put `brand.id` into every query key. */
export function useBrand(): Brand {
  const { brands } = useAccount();
  const [url] = useUrl();
  const brand = pickBrand(brands, url.brand, lastBrand());
  if (!brand) throw new Error('The frame shows pages only when there is a brand.');
  return brand;
}

export function useSwitchBrand(): (id: string) => void {
  const [, set] = useUrl();
  return useCallback(
    (id: string) => {
      try {
        localStorage.setItem(remembered, id);
      } catch {
        // Without storage the address alone remembers the brand.
      }
      set({ brand: id, plan: undefined }, true);
    },
    [set],
  );
}
