import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { cropOf, type Point } from '../shared/media/crop';
import { t } from '../texts';
import { type Asset, stale } from './data';
import classes from './FocalPoint.module.css';

const words = t.library.point;
const shapes = [
  { label: '1:1', ratio: 1 },
  { label: '4:5', ratio: 4 / 5 },
  { label: '16:9', ratio: 16 / 9 },
];
const steps: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** Where the picture's point lies: what stays in sight wherever less than the whole picture is shown. */
export function FocalPoint({ asset, disabled }: { asset: Asset; disabled: boolean }) {
  const stored = { x: asset.focalX, y: asset.focalY };
  const [point, setPoint] = useState(stored);
  const isMoved = point.x !== stored.x || point.y !== stored.y;
  const put = (next: Point) =>
    answer(
      client.PATCH('/api/v1/media/{asset}', {
        params: { path: { asset: asset.id } },
        // Only the point changes: what else is known of it is said again as it is.
        body: { name: asset.name, alt: asset.alt, usableUntil: asset.usableUntil, focalX: next.x, focalY: next.y },
      }),
    );
  const save = useCommand((next: Point) => put(next).then(() => stored), { invalidate: stale, done: words.saved, undo: (_, before) => put(before).then(() => setPoint(before)) });
  const press = (event: React.PointerEvent<HTMLDivElement>) => {
    if (disabled || event.buttons === 0) return;
    const area = event.currentTarget.getBoundingClientRect();
    setPoint({ x: within((event.clientX - area.left) / area.width), y: within((event.clientY - area.top) / area.height) });
  };
  const step = (event: React.KeyboardEvent) => {
    const way = steps[event.key];
    if (!way || disabled) return;
    event.preventDefault();
    const far = event.shiftKey ? 0.1 : 0.01;
    setPoint({ x: within(point.x + way.x * far), y: within(point.y + way.y * far) });
  };
  return (
    <section aria-labelledby="point">
      <Text fw={600} id="point">
        {words.title}
      </Text>
      <Text size="xs" c="dimmed" id="point-hint">
        {words.hint}
      </Text>
      <div className={classes.stage} data-fixed={disabled || undefined} onPointerDown={press} onPointerMove={press}>
        <img src={asset.address} alt="" draggable={false} />
        <button
          type="button"
          className={classes.mark}
          style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
          aria-label={words.at(Math.round(point.x * 100), Math.round(point.y * 100))}
          aria-describedby="point-hint"
          disabled={disabled}
          onKeyDown={step}
        />
      </div>
      <Group gap="sm" mt="xs" wrap="nowrap" align="flex-end">
        {shapes.map((shape) => (
          <figure key={shape.label} className={classes.preview}>
            <img src={asset.address} alt="" style={{ aspectRatio: shape.ratio, objectPosition: shownAt(asset, shape.ratio, point) }} />
            <figcaption>{shape.label}</figcaption>
          </figure>
        ))}
      </Group>
      {isMoved && (
        <Stack gap={4} mt="xs">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => save.mutate(point)}>
              {words.save}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setPoint(stored)}>
              {t.actions.cancel}
            </Button>
          </Group>
        </Stack>
      )}
    </section>
  );
}

/** The same part that cutting takes, said as the browser wants it. */
function shownAt(asset: Asset, ratio: number, point: Point): string {
  const [width, height] = [asset.width ?? 1, asset.height ?? 1];
  const box = cropOf(width, height, ratio, point);
  const share = (at: number, left: number) => (left > 0 ? (at / left) * 100 : 50);
  return `${share(box.x, width - box.width)}% ${share(box.y, height - box.height)}%`;
}
