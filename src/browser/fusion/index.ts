export { type FusionNetOptions, loadFusionNet } from './load-fusion-net.ts';
