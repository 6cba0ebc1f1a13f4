import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { BufferAttribute, BufferGeometry, type LineSegments } from 'three';

/** In metres. */
const WIDTH = 0.95;
const HEIGHT = 0.8;
const BARS = [[0, HEIGHT / 2, WIDTH + 0.12, 0.06], [0, -HEIGHT / 2, WIDTH + 0.2, 0.07], [-WIDTH / 2, 0, 0.06, HEIGHT], [WIDTH / 2, 0, 0.06, HEIGHT], [0, 0, 0.035, HEIGHT], [0, 0, WIDTH, 0.035]] as const;
const DROPS = 46;
/** Metres in a second. */
const FALL = 1.9;

/** The night outside, with rain that falls past the panes. */
export function Window({ still }: { readonly still: boolean }) {
  const rain = useRef<LineSegments>(null);
  const drops = useMemo(() => makeDrops(), []);
  useEffect(() => () => drops.dispose(), [drops]);
  useFrame((_, delta) => {
    const places = rain.current?.geometry.getAttribute('position');
    if (still || !places) return;
    for (let drop = 0; drop < DROPS; drop++) {
      const length = places.getY(2 * drop) - places.getY(2 * drop + 1);
      const fallen = places.getY(2 * drop) - FALL * Math.min(delta, 0.1);
      const top = fallen - length < -HEIGHT / 2 ? HEIGHT / 2 : fallen;
      places.setY(2 * drop, top);
      places.setY(2 * drop + 1, top - length);
    }
    places.needsUpdate = true;
  });
  return (
    <group position={[1.25, 1.75, -1.93]}>
      <mesh><planeGeometry args={[WIDTH, HEIGHT]} /><meshBasicMaterial color="#1c2a44" /></mesh>
      <lineSegments ref={rain} geometry={drops} position-z={0.01}><lineBasicMaterial color="#7f9cc8" transparent opacity={0.55} /></lineSegments>
      {BARS.map(([x, y, width, height]) => (
        <mesh key={`${x} ${y} ${width}`} position={[x, y, 0.04]}><boxGeometry args={[width, height, 0.05]} /><meshLambertMaterial color="#3f2817" /></mesh>
      ))}
    </group>
  );
}

function makeDrops(): BufferGeometry {
  const places = new Float32Array(DROPS * 6);
  for (let drop = 0; drop < DROPS; drop++) {
    const x = ((drop * 0.6180339) % 1 - 0.5) * (WIDTH - 0.08);
    const length = 0.05 + 0.05 * ((drop * 0.37) % 1);
    const top = ((drop * 0.7548777) % 1 - 0.5) * (HEIGHT - length) + length;
    places.set([x, top, 0, x, top - length, 0], drop * 6);
  }
  return new BufferGeometry().setAttribute('position', new BufferAttribute(places, 3));
}
