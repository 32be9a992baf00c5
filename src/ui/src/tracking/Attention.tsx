import { Alert, Anchor } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useUrl } from '../shared';
import { t } from '../texts';

/** Conversions nobody can be credited for: worth a look before the numbers are believed. */
export function Attention({ unmatched }: { unmatched: number }) {
  const [, setUrl] = useUrl();
  return (
    <Alert variant="light" color="gray" icon={<IconUnlink aria-hidden />}>
      {t.tracking.unmatched(unmatched)}{' '}
      <Anchor
        component="button"
        onClick={() => {
          setUrl({ 'conversions.matched': 'no' });
          document.getElementById('conversions')?.scrollIntoView({ block: 'start' });
        }}
      >
        {t.tracking.showUnmatched}
      </Anchor>
    </Alert>
  );
}
