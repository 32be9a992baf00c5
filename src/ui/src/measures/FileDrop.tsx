import '@mantine/dropzone/styles.css';
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../texts';

const words = t.imports;
const most = 10 * 1024 * 1024;

interface Props {
  onFile: (file: File) => void;
  busy: boolean;
}

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile, busy }: Props) {
  const [refused, setRefused] = useState(false);
  const take = (file: File | null | undefined) => {
    setRefused(file ? file.size > most : false);
    if (file && file.size <= most) onFile(file);
  };
  return (
    <Stack gap="xs">
      <Dropzone onDrop={(files) => take(files[0])} onReject={() => setRefused(true)} maxFiles={1} maxSize={most} loading={busy} activateOnClick={false} inputProps={{ 'aria-label': words.choose }} tabIndex={-1}>
        <Group justify="center" gap="lg" mih={120}>
          <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
          <Stack gap={4}>
            <Text fw={600}>{words.drop}</Text>
            <Text size="sm" c="dimmed">
              {words.dropHint}
            </Text>
          </Stack>
          <FileButton onChange={take} accept=".csv,.tsv,.txt,.xlsx,.xls">
            {(props) => (
              <Button {...props} style={{ pointerEvents: 'all' }}>
                {words.choose}
              </Button>
            )}
          </FileButton>
        </Group>
      </Dropzone>
      {refused && (
        <Text role="alert" size="sm" c="var(--bw-bad)">
          {words.tooLarge}
        </Text>
      )}
    </Stack>
  );
}
