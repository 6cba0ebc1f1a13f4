import file from '../../../../scenarios/tutor-first-program/scenario.json';
import { tutorPack } from './tutor-pack.ts';

/** A lesson on a first program. */
export const firstProgram = tutorPack(file);
