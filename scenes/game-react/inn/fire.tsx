import { useFrame } from '@react-three/fiber';
import { useRef } from 'react';
import { AdditiveBlending, type Group, type PointLight } from 'three';
import { PLACES } from './places.ts';

/** Flames: how far from the middle, how tall and how wide in metres, and their colour. */
const FLAMES = [[-0.16, 0.34, 0.11, '#e2571c'], [0.02, 0.5, 0.14, '#f08a24'], [0.17, 0.3, 0.1, '#e2571c'], [-0.06, 0.3, 0.08, '#ffd36b'], [0.08, 0.26, 0.07, '#ffe29a']] as const;
const GLOW = 2.3;

/** A fire that flickers; it burns quietly where less motion is wished for. */
export function Fire({ still }: { readonly still: boolean }) {
  const flames = useRef<Group>(null);
  const light = useRef<PointLight>(null);
  useFrame(({ clock: { elapsedTime: time } }) => {
    if (still) return;
    flames.current?.children.forEach((flame, at) => {
      flame.scale.y = 1 + 0.22 * Math.sin(time * (5 + at) + at * 2) + 0.1 * Math.sin(time * 13.7 + at);
      flame.rotation.z = 0.08 * Math.sin(time * (3.1 + at / 2) + at);
    });
    if (light.current) light.current.intensity = GLOW + 0.35 * Math.sin(time * 7.3) + 0.25 * Math.sin(time * 17.1);
  });
  return (
    <group position={[...PLACES.fire]}>
      <pointLight ref={light} position={[0, 0.4, 0.5]} intensity={GLOW} distance={4.5} decay={1.5} color="#ff9a52" />
      <group ref={flames}>
        {FLAMES.map(([x, height, width, colour]) => (
          <mesh key={x} position={[x, height / 2 - 0.12, 0]}>
            <coneGeometry args={[width, height, 9]} />
            <meshBasicMaterial color={colour} transparent opacity={0.8} blending={AdditiveBlending} depthWrite={false} />
          </mesh>
        ))}
      </group>
    </group>
  );
}
