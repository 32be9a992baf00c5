import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { components } from '../../api';
import { t } from '../../texts';

const words = t.links.qr;

/** The square to print, as lines or as pixels. */
export function QrPart({ link }: { link: components['schemas']['LinkView'] }) {
  const address = `/api/v1/links/${link.id}/qr`;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {words.title}
      </Title>
      <Group align="center" wrap="nowrap">
        <img src={address} alt={words.alt(link.short)} width={112} height={112} />
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {words.hint}
          </Text>
          <Anchor size="sm" href={address} download>
            {words.svg}
          </Anchor>
          <Anchor size="sm" href={`${address}?form=png`} download>
            {words.png}
          </Anchor>
        </Stack>
      </Group>
    </section>
  );
}
