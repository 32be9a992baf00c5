import { List, Modal, Stack, Text } from '@mantine/core';
import { t } from '../texts';
import type { Refused } from './desk';

const words = t.scheduling.refused;

/** What a change was refused for, post by post. */
export function Refusals({ refused, onClose }: { refused: Refused[]; onClose: () => void }) {
  return (
    <Modal opened={refused.length > 0} onClose={onClose} title={words.title(refused.length)} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="sm">
        <Text size="sm">{words.text}</Text>
        <List spacing="xs" size="sm">
          {refused.map((post) => (
            <List.Item key={post.post}>
              <strong>{post.title}</strong>: {post.why}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Modal>
  );
}
