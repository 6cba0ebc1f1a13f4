import { IconEye, IconHandStop, IconMessageCircle, IconMoodSmile, IconPhoto, IconYoga } from '@tabler/icons-react';
import type { Shot } from '../../shared/stage/view.ts';

/** The parts of the panel, in their order. */
export const PARTS = ['feelings', 'speech', 'gestures', 'gaze', 'body', 'portrait'] as const;
export type PanelPart = (typeof PARTS)[number];

export const PART_ICONS = {
  feelings: IconMoodSmile, speech: IconMessageCircle, gestures: IconHandStop, gaze: IconEye, body: IconYoga, portrait: IconPhoto,
} as const satisfies Readonly<Record<PanelPart, unknown>>;

/** How much of the avatar one wants to see with each. */
export const PART_SHOTS: Readonly<Record<PanelPart, Shot>> = {
  feelings: 'face', speech: 'face', gestures: 'upper', gaze: 'face', body: 'whole', portrait: 'face',
};
