/**
 * A window to the player's left, a lamp to the right, and the room's own light.
 *
 * MToon shades in two steps along the key light, so the key comes from the front and a little above:
 * then the terminator runs beside the nose and not across the face.
 */
export function Lights() {
  return (
    <>
      <ambientLight intensity={1.15} color="#fff4ea" />
      <directionalLight position={[-1.2, 2.6, 3]} intensity={1.9} color="#fff1e2" />
      <directionalLight position={[2.2, 1.4, 1.2]} intensity={0.35} color="#dfe8ff" />
    </>
  );
}
