/** What somebody began to fill in, kept while the tab is open: going back, or away and back again, loses nothing. */
export function keptDraft<T extends object>(name: string, fresh: T) {
  const key = `bellwether.draft.${name}`;
  return {
    /** What was typed, over what a new one begins with. Fields that are gone meanwhile are left out. */
    read(): T {
      try {
        const kept = JSON.parse(window.sessionStorage.getItem(key) ?? '{}') as Partial<T>;
        return Object.fromEntries(Object.entries(fresh).map(([field, value]) => [field, kept[field as keyof T] ?? value])) as T;
      } catch {
        return fresh;
      }
    },
    keep(values: T) {
      try {
        window.sessionStorage.setItem(key, JSON.stringify(values));
      } catch {
        // Without storage the page forgets, as any page would.
      }
    },
    drop: () => window.sessionStorage.removeItem(key),
  };
}
