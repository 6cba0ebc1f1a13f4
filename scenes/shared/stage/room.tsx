import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { BackSide, BufferAttribute, Color, SphereGeometry } from 'three';

const TONES = {
  light: { floor: '#c9bcae', horizon: '#f0e6db', zenith: '#dfe3e6', ground: '#cfc3b6' },
  dark: { floor: '#3a332d', horizon: '#5a4d43', zenith: '#201d1b', ground: '#2b2622' },
} as const;

/** A quiet, softly lit space to stand in: a floor, a gradient all around, and a shadow under the feet. */
export function Room() {
  const scheme = useComputedColorScheme('light');
  const tones = TONES[scheme];
  const sky = useMemo(() => gradientSphere(tones), [tones]);
  useEffect(() => () => sky.dispose(), [sky]);
  return (
    <>
      <mesh geometry={sky} frustumCulled={false}>
        <meshBasicMaterial vertexColors side={BackSide} depthWrite={false} />
      </mesh>
      {/* Its middle lies ahead: a corner straight below the eyes is at no distance from them, which software renderers get wrong. */}
      <mesh rotation-x={-Math.PI / 2} position-z={-1.7}>
        <circleGeometry args={[6, 48]} />
        <meshBasicMaterial color={tones.floor} />
      </mesh>
    </>
  );
}

function gradientSphere({ horizon, zenith, ground }: (typeof TONES)[keyof typeof TONES]): SphereGeometry {
  const sphere = new SphereGeometry(20, 32, 24);
  const [middle, top, bottom, mixed] = [new Color(horizon), new Color(zenith), new Color(ground), new Color()];
  const places = sphere.getAttribute('position');
  const colours = new Float32Array(places.count * 3);
  for (let index = 0; index < places.count; index++) {
    const up = places.getY(index) / 20;
    mixed.lerpColors(middle, up > 0 ? top : bottom, Math.min(1, Math.abs(up) * (up > 0 ? 1.2 : 4))).toArray(colours, index * 3);
  }
  sphere.setAttribute('color', new BufferAttribute(colours, 3));
  return sphere;
}
