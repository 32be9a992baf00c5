import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { createStore } from './store';

const asked = createStore(0);
/** Opens search and commands. */
export const openPalette = () => asked.set(asked.get() + 1);

const PaletteBox = lazy(() => import('./PaletteBox'));

/** Fetches search only when somebody asks for it, so that the first screen stays small. */
export function Palette() {
  const times = asked.use();
  useHotkeys([['mod+K', openPalette]], []);
  return times > 0 ? (
    <Suspense fallback={null}>
      <PaletteBox times={times} />
    </Suspense>
  ) : null;
}
