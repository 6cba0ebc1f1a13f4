import { useEffect, useMemo } from 'react';
import { buildRoom } from './build-room.ts';
import { Fire } from './fire.tsx';
import { PLACES } from './places.ts';
import { Window } from './window.tsx';

/** The taproom in the evening. What lights it shines on people and wood alike. */
export function Room({ still }: { readonly still: boolean }) {
  const geometry = useMemo(() => buildRoom(), []);
  useEffect(() => () => geometry.dispose(), [geometry]);
  return (
    <>
      <ambientLight intensity={0.62} color="#ffe0c0" />
      {/* The key comes from the front, so that the shade of toon faces runs beside the nose. */}
      <directionalLight position={[0.4, 2.2, 3]} intensity={1.5} color="#ffeeda" />
      <directionalLight position={[2.6, 1.8, 0.5]} intensity={0.35} color="#9db4e8" />
      {PLACES.lanterns.map(([x, y, z]) => (
        <group key={x} position={[x, y, z]}>
          <pointLight intensity={0.85} distance={3.4} decay={1.6} color="#ffc27d" position={[0, -0.05, 0.35]} />
          <mesh><sphereGeometry args={[0.065, 16, 12]} /><meshBasicMaterial color="#ffdf9e" /></mesh>
        </group>
      ))}
      <mesh geometry={geometry}><meshLambertMaterial vertexColors /></mesh>
      <Fire still={still} />
      <Window still={still} />
    </>
  );
}
