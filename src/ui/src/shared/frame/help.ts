import { useEffect } from 'react';
import { createStore } from './store';

export interface PageHelp {
  title: string;
  paragraphs: string[];
}

export const pageHelp = createStore<PageHelp | null>(null);

/** Puts the text of this page behind the help button. Page does it for you. */
export function usePageHelp(title: string, paragraphs: string[] | undefined): void {
  useEffect(() => {
    pageHelp.set(paragraphs ? { title, paragraphs } : null);
    return () => pageHelp.set(null);
  }, [title, paragraphs]);
}
