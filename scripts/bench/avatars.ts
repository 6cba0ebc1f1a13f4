import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from '../run.ts';
import { withBenchPages } from './page-bench.ts';

/** What an avatar costs to move, beside three-vrm alone, and to draw. */
export async function benchAvatars(): Promise<void> {
  await mustRun(process.execPath, ['--expose-gc', '--max-semi-space-size=512', '--conditions=@attune/source', '--import', 'tsx', 'tests/bench/driver-cost.ts']);
  const folder = join(ROOT, 'avatars');
  await withBenchPages({ folders: [folder] }, async (figuresOf) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vrm')).sort();
    const { drawn } = await figuresOf(`draw-calls.html?${files.map((file) => `avatar=${file}`).join('&')}`);
    for (const [file, { calls, triangles }] of Object.entries(drawn as Record<string, { calls: number; triangles: number }>)) console.log(`${file}: ${calls} draw calls, ${triangles} triangles`);
  });
}
