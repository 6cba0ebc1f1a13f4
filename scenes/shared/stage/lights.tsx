import { useComputedColorScheme } from '@mantine/core';

/**
 * A window to the player's left, a lamp to the right, and the room's own light.
 *
 * MToon shades in two steps along the key light, so the key comes from the front and a little above:
 * then the terminator runs beside the nose and not across the face. Together they light a surface
 * that faces the player to just its own colour, since nothing maps the tones afterwards.
 */
export function Lights() {
  // An evening room: her colours stay, the glare goes.
  const share = useComputedColorScheme('light') === 'dark' ? 0.86 : 1;
  return (
    <>
      <ambientLight intensity={share * 0.55} color="#fff1e6" />
      <directionalLight position={[-1.2, 2.6, 3]} intensity={share * 2.5} color="#fff4ea" />
      <directionalLight position={[2.2, 1.4, 1.2]} intensity={share * 0.4} color="#e6ecff" />
    </>
  );
}
