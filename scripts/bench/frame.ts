import { join } from 'node:path';
import { ROOT } from '../run.ts';
import { withBenchPages } from './page-bench.ts';

interface Cost {
  /** JavaScript before the frame is drawn, and while it is, in milliseconds. */
  readonly moving: number;
  readonly drawing: number;
  readonly calls: number;
  readonly triangles: number;
}

const AVATARS = ['mira', 'emil', 'pip'].flatMap((id) => [`${id}/avatar.vrm`, `${id}/avatar.light.vrm`]);

/** What a frame costs with one agent, beside bare three and three-vrm with the same avatar. */
export async function benchFrame(): Promise<void> {
  await withBenchPages({ folders: [join(ROOT, 'avatars')] }, async (figuresOf) => {
    const { frames } = await figuresOf(`frame.html?${AVATARS.map((file) => `avatar=${file}`).join('&')}`);
    for (const [file, { bare, agent }] of Object.entries(frames as Record<string, { bare: Cost; agent: Cost }>)) {
      console.log(`${file}: an agent takes ${told(agent)} of JavaScript a frame (bar: 3 ms), bare three and three-vrm ${told(bare)}; ${agent.calls} draw calls, ${agent.triangles} triangles`);
    }
  });
}

const told = ({ moving, drawing }: Cost): string => `${(moving + drawing).toFixed(2)} ms (${moving.toFixed(2)} to move, ${drawing.toFixed(2)} to draw)`;
