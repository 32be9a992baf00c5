import { Button, Group, Modal, Select, Slider, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { answer, client, type components, useCommand } from '../../api';
import { t } from '../../texts';
import { base64 } from '../forms/base64';
import { useBrand } from '../frame/useAccount';
import { ProblemAlert } from '../forms/ProblemAlert';
import { cropOf, sizeOf } from './crop';
import classes from './Cropper.module.css';

type Asset = components['schemas']['AssetView'];
const words = t.library.crop;

/** A shape to cut to: “Instagram, feed, 1080 × 1350”. */
export interface Shape {
  label: string;
  width: number;
  height: number;
}

interface Props {
  asset: Asset;
  shapes: Shape[];
  onClose: () => void;
  /** What was cut, and for which of the shapes. */
  onCut: (cut: Asset, shape: number) => void;
}

/** Cuts a picture to the shape a network shows, in the browser; the picture itself stays as it is. */
export function Cropper({ asset, shapes, onClose, onCut }: Props) {
  const brand = useBrand();
  const picture = useRef<HTMLImageElement>(null);
  const [chosen, setChosen] = useState(0);
  const [focus, setFocus] = useState({ x: asset.focalX, y: asset.focalY });
  const [zoom, setZoom] = useState(1);
  const shape = shapes[chosen] ?? shapes[0]!;
  const [width, height] = [asset.width ?? 1, asset.height ?? 1];
  const box = cropOf(width, height, shape.width / shape.height, focus, zoom);
  const share = (value: number, of: number) => `${(value / of) * 100}%`;
  const cut = useCommand(
    async () => {
      const size = sizeOf(box, shape);
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [size.width, size.height];
      canvas.getContext('2d')!.drawImage(picture.current!, box.x, box.y, box.width, box.height, 0, 0, size.width, size.height);
      const type = asset.contentType === 'image/png' ? 'image/png' : 'image/jpeg';
      const blob = await new Promise<Blob>((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error(words.failed))), type, 0.92));
      return answer(client.POST('/api/v1/media', { body: { brand: brand.id, name: `${asset.name}, ${shape.label}`.slice(0, 200), content: await base64(blob), alt: asset.alt, original: asset.original ?? asset.id } }));
    },
    { quiet: true, invalidate: [['media']], onDone: (made) => onCut(made, chosen) },
  );
  const point = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const area = event.currentTarget.getBoundingClientRect();
    setFocus({ x: Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)), y: Math.min(1, Math.max(0, (event.clientY - area.top) / area.height)) });
  };
  return (
    <Modal opened onClose={onClose} title={words.title(asset.name)} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="sm">
        <Select label={words.shape} allowDeselect={false} data={shapes.map((each, at) => ({ value: `${at}`, label: `${each.label}, ${each.width} × ${each.height}` }))} value={`${chosen}`} onChange={(value) => setChosen(Number(value ?? 0))} />
        <div className={classes.stage} onPointerDown={point} onPointerMove={point}>
          <img ref={picture} src={asset.address} alt={asset.alt ?? ''} draggable={false} />
          <div className={classes.cut} style={{ left: share(box.x, width), top: share(box.y, height), width: share(box.width, width), height: share(box.height, height) }} />
        </div>
        <Text size="xs" c="dimmed">{words.hint}</Text>
        {(['x', 'y'] as const).map((axis) => (
          <div key={axis}>
            <Text size="sm">{words[axis]}</Text>
            <Slider thumbLabel={words[axis]} min={0} max={1} step={0.01} label={null} value={focus[axis]} onChange={(value) => setFocus({ ...focus, [axis]: value })} />
          </div>
        ))}
        <div>
          <Text size="sm">{words.zoom}</Text>
          <Slider thumbLabel={words.zoom} min={1} max={4} step={0.05} label={null} value={zoom} onChange={setZoom} />
        </div>
        {box.width < shape.width && <Text size="sm" c="dimmed">{words.small(Math.round(box.width), Math.round(box.height))}</Text>}
        <ProblemAlert problem={cut.problem} />
        <Group>
          <Button loading={cut.isPending} onClick={() => cut.mutate()}>
            {words.cut}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
