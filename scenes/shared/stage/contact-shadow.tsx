import { useEffect, useMemo } from 'react';
import { CanvasTexture } from 'three';

/** A soft shadow where the feet meet the floor. Drawn once: a real one would render the avatar a second time. */
export function ContactShadow() {
  const texture = useMemo(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 128;
    const pen = canvas.getContext('2d');
    if (pen) {
      const soft = pen.createRadialGradient(64, 64, 4, 64, 64, 62);
      soft.addColorStop(0, 'rgb(0 0 0 / 55%)');
      soft.addColorStop(0.45, 'rgb(0 0 0 / 22%)');
      soft.addColorStop(1, 'rgb(0 0 0 / 0%)');
      pen.fillStyle = soft;
      pen.fillRect(0, 0, 128, 128);
    }
    return new CanvasTexture(canvas);
  }, []);
  useEffect(() => () => texture.dispose(), [texture]);
  return (
    <mesh rotation-x={-Math.PI / 2} position-y={0.004}>
      <planeGeometry args={[0.9, 0.7]} />
      <meshBasicMaterial map={texture} transparent depthWrite={false} />
    </mesh>
  );
}
