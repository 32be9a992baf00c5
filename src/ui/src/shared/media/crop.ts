export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/**
 * What is cut out of a picture: the largest part of the wanted shape, closer by the zoom, around the picture's point and
 * never beyond its edge.
 */
export function cropOf(width: number, height: number, shape: number, focus: Point, zoom = 1): Box {
  const closer = Math.max(zoom, 1);
  const wide = Math.min(width, height * shape) / closer;
  const high = wide / shape;
  return { x: clamp(focus.x * width - wide / 2, width - wide), y: clamp(focus.y * height - high / 2, height - high), width: wide, height: high };
}

/** How large the cut picture becomes: as large as the network shows it, never blown up. */
export function sizeOf(box: Box, wanted: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, wanted.width / box.width);
  return { width: Math.max(1, Math.round(box.width * scale)), height: Math.max(1, Math.round(box.height * scale)) };
}
