import { Divider, Drawer, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { t } from '../../texts';
import { pageHelp } from './help';
import { createStore } from './store';

const opened = createStore(false);
export const openHelp = () => opened.set(true);

/** Help for the page on screen, and the keys that work everywhere. */
export function HelpDrawer() {
  const isOpen = opened.use();
  const help = pageHelp.use();
  useHotkeys([['shift+?', openHelp], ['?', openHelp]]);
  return (
    <Drawer opened={isOpen} onClose={() => opened.set(false)} position="right" size="min(420px, 100%)" title={t.frame.help} closeButtonProps={{ 'aria-label': t.actions.close }}>
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
