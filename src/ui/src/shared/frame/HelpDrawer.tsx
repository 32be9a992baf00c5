import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { createStore } from './store';

const HelpBox = lazy(() => import('./HelpBox'));
const opened = createStore(false);
export const openHelp = () => opened.set(true);

/** Help for the page on screen, and the keys that work everywhere; it is loaded when somebody asks for it first. */
export function HelpDrawer() {
  const isOpen = opened.use();
  const [any, setAny] = useState(false);
  if (isOpen && !any) setAny(true);
  useHotkeys([['shift+?', openHelp], ['?', openHelp]]);
  return (
    any && (
      <Suspense>
        <HelpBox opened={isOpen} onClose={() => opened.set(false)} />
      </Suspense>
    )
  );
}
