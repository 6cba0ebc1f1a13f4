import { parsePack, readShow, type Show } from 'attune/scenario';
import file from '../../../../scenarios/entertainment/scenario.json';

export const pack = parsePack(file);
export const show: Show = readShow(pack.more, ['en', 'zh']).more!;
