import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Loaded, Moment, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { Changes } from './Changes';
import { stale } from './data';
import type { PostView } from './draft';

const words = t.writing.versions;

/** What the post said before, who made it say so, what each version changed, and the way back. */
export function Versions({ post }: { post: PostView }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const [shown, setShown] = useState<number | null>(null);
  const path = { post: post.id };
  const read = useRead(['posts', 'versions', post.id, post.revision], () => answer(client.GET('/api/v1/posts/{post}/versions', { params: { path } })), { keep: true });
  const restore = useCommand((number: number) => answer(client.POST('/api/v1/posts/{post}/versions/{number}/restore', { params: { path: { post: post.id, number } }, body: {} })), {
    invalidate: stale,
    done: (number) => words.restored(number),
    undo: () => answer(client.POST('/api/v1/posts/{post}/versions/{number}/restore', { params: { path: { post: post.id, number: post.revision } }, body: {} })),
  });
  return (
    <Loaded read={read}>
      {(versions) =>
        versions.length === 0 ? (
          <Text c="dimmed">{words.empty}</Text>
        ) : (
        <Stack gap="sm" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {versions.map((version) => (
            <li key={version.number}>
              <Group gap="sm">
                <Text fw={600}>{words.number(version.number)}</Text>
                <Text size="sm" c="dimmed">
                  {words.by(version.by)}, <Moment at={version.at} zone={brand.zone} />
                </Text>
                {version.current && <Badge variant="light">{words.current}</Badge>}
                {version.approved && <Badge variant="light" color="green">{words.approved}</Badge>}
                <Button size="compact-xs" variant="subtle" aria-expanded={shown === version.number} onClick={() => setShown(shown === version.number ? null : version.number)}>
                  {shown === version.number ? words.hide : words.show}
                </Button>
                {mayWrite && post.open && !version.current && (
                  <Button size="compact-xs" variant="subtle" loading={restore.isPending} onClick={() => restore.mutate(version.number)}>
                    {words.restore}
                  </Button>
                )}
              </Group>
              {shown === version.number && (version.changes.length > 0 ? <Changes changes={version.changes} /> : <Text size="sm" c="dimmed">{version.number === 1 ? words.first : version.wording.text}</Text>)}
            </li>
          ))}
        </Stack>
        )
      }
    </Loaded>
  );
}
