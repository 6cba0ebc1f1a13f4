/**
 * The JPEG pictures of a motion JPEG film, in order.
 *
 * Inside the compressed data of a JPEG a byte FF is always followed by 00 or a restart marker, so FF D8 FF
 * only opens a picture; thumbnails inside a picture's header are not expected.
 *
 * @throws {Error} when there is not a single picture
 */
export function splitMjpeg(film: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  for (let at = 0; at + 2 < film.length; at += 1) if (film[at] === 0xff && film[at + 1] === 0xd8 && film[at + 2] === 0xff) starts.push(at);
  if (starts.length === 0) throw new Error(`Expected a motion JPEG film, but none of its ${film.length} bytes begins a JPEG picture. Make one with "ffmpeg -c:v mjpeg".`);
  return starts.map((start, index) => film.subarray(start, starts[index + 1] ?? film.length));
}
