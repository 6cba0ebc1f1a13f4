import file from '../../../../scenarios/tutor-fractions/scenario.json';
import { tutorPack } from './tutor-pack.ts';

/** A lesson on fractions. */
export const fractions = tutorPack(file);
