import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { avatarIds } from '../avatars/build.ts';
import { ROOT } from './run.ts';
import { openStudio } from './studio.ts';

/** `npm run portraits [-- ID...]`: a portrait, contact sheets of every emotion and a turntable of five poses of each avatar, into docs/avatars/. */

const OUT = join(ROOT, 'docs/avatars');
const asked = process.argv.slice(2);
const studio = await openStudio();
try {
  mkdirSync(OUT, { recursive: true });
  for (const id of asked.length > 0 ? asked : avatarIds()) {
    const sheets = {
      portrait: await studio.cover(id),
      'faces-front': await studio.faces(id, 'front'),
      'faces-three-quarter': await studio.faces(id, 'three-quarter'),
      poses: await studio.turntable(id),
    };
    for (const [name, url] of Object.entries(sheets)) {
      const file = `${id}-${name}.${url.slice('data:image/'.length, url.indexOf(';'))}`;
      const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
      writeFileSync(join(OUT, file), bytes);
      console.log(`docs/avatars/${file}: ${Math.round(bytes.length / 1024)} kB`);
    }
  }
} finally {
  await studio.close();
}
