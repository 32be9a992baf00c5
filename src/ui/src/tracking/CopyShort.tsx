import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../texts';
import classes from './Shares.module.css';

/** A short address with a button that copies it whole. */
export function CopyShort({ short }: { short: string }) {
  const words = t.tracking.links;
  return (
    <Group gap={4} wrap="nowrap">
      <Text ff="monospace" size="sm" className={classes.short}>
        {short.replace(/^https?:\/\//, '')}
      </Text>
      <CopyButton value={short}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? words.copied : words.copy}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={copied ? words.copied : `${words.copy} ${short}`}
              onClick={(event) => {
                event.stopPropagation();
                copy();
              }}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
