export { createEarcons, type Earcons, type EarconsOptions } from './earcons.ts';
