import type { FaceCost } from '../../tests/bench/face-cost-worker.ts';
import { cropFace } from '../../tests/e2e/fake-camera.ts';
import { FACE_CROPS } from '../../tests/e2e/face-crops.ts';
import { decodePicture } from '../faces/frame-picture.ts';
import { askPeers, type PeerWay, preparePeers } from '../faces/peers-page.ts';
import { openPeerLab } from '../faces/peers.ts';
import { describe } from '../statistics.ts';
import { withBenchPages } from './page-bench.ts';

/** The peers as a page would use them: one face, its landmarks and its expression. */
const WAYS = ['human', 'human, without its mesh', 'face-api, tiny detector', 'face-api, SSD detector'] as const satisfies readonly PeerWay[];
const ROUNDS = 40;
const WARM_UP = 5;

/**
 * What a look at a face costs, beside MediaPipe's FaceLandmarker alone on the same pictures in the same
 * worker, and beside both peers on the same picture.
 */
export async function benchFace(): Promise<void> {
  const face = FACE_CROPS[0]!;
  await withBenchPages({ assets: true, face }, async (figuresOf) => {
    const ours = async (): Promise<FaceCost> => (await figuresOf('face-cost.html')).cost as FaceCost;
    // Once before and once after the peers: what else the machine does changes with time.
    const before = await ours();
    const peers = await peerTimes(cropFace(face));
    const runs = [before, await ours()];
    const microseconds = (time: number | null): string => (time === null ? 'not there' : `${(1000 * time).toFixed(0)} microseconds`);
    for (const { bare, whole, student, head, lacks } of runs) {
      console.log(`a look at a face: ${whole.toFixed(1)} ms, FaceLandmarker alone ${bare.toFixed(1)} ms, so ${(whole / bare).toFixed(3)} times (bar: at most 1.1)${lacks.length > 0 ? `; without ${lacks.join(' and ')}` : ''}`);
      console.log(`blendshape student: ${microseconds(student)} (bar: under 100); expression head: ${microseconds(head)}`);
    }
    const whole = runs.reduce((sum, run) => sum + run.whole, 0) / runs.length;
    for (const [way, median] of peers) console.log(`${way}: ${median.toFixed(1)} ms on the same picture, ${(median / whole).toFixed(2)} times ours`);
  });
}

async function peerTimes(picture: string): Promise<Map<PeerWay, number>> {
  const frame = await decodePicture(Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'));
  const lab = await openPeerLab(async () => frame);
  try {
    const page = await lab.openPage();
    await preparePeers(page);
    const times = new Map<PeerWay, number[]>(WAYS.map((way) => [way, []]));
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const said = await askPeers(page, 0, WAYS);
      if (round >= WARM_UP) WAYS.forEach((way, i) => times.get(way)!.push(said[i]!.milliseconds));
    }
    return new Map([...times].map(([way, each]) => [way, describe(each).p50]));
  } finally {
    await lab.close();
  }
}
