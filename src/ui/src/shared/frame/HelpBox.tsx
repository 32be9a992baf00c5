import { Divider, Drawer, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { t } from '../../texts';
import { pageHelp } from './help';

/** The drawer itself. */
export default function HelpBox({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const help = pageHelp.use();
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="min(420px, 100%)" title={t.frame.help} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="md">
        {help && (
          <section>
            <Title order={2} mb="xs">
              {help.title}
            </Title>
            <Stack gap="xs">
              {help.paragraphs.map((text) => (
                <Text key={text}>{text}</Text>
              ))}
            </Stack>
            <Divider mt="md" />
          </section>
        )}
        <Title order={2}>{t.frame.helpAll}</Title>
        <Stack gap={6}>
          {t.frame.keys.map(([key, meaning]) => (
            <Group key={key} gap="sm" wrap="nowrap">
              <Kbd miw={74} ta="center">
                {key}
              </Kbd>
              <Text>{meaning}</Text>
            </Group>
          ))}
        </Stack>
      </Stack>
    </Drawer>
  );
}
