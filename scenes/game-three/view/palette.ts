/** Dusk where the player's system is light, night where it is dark. */
export const PALETTES = {
  dusk: {
    sky: ['#27407a', '#7a6aa6', '#f0a27e', '#ffd9a0'], hills: ['#a9788f', '#6f5c86', '#3f4673'], grass: '#4f7a52', blades: ['#5f8f55', '#82a95c', '#3f6f52'], tree: '#3c6467', trunk: '#5a4a52',
    sun: '#ffd7a8', sunlight: 2.1, ambient: '#c9b8e6', ambience: 0.95, stars: 0.35,
  },
  night: {
    sky: ['#0c1433', '#1b2757', '#3b437f', '#6a6aa8'], hills: ['#3d4480', '#2a3164', '#1b224b'], grass: '#24473f', blades: ['#2f5f4c', '#3f7a55', '#1f4440'], tree: '#1c2f55', trunk: '#26243f',
    sun: '#cdd8ff', sunlight: 1.5, ambient: '#8f9ae0', ambience: 0.9, stars: 1,
  },
} as const;

export type Palette = (typeof PALETTES)[keyof typeof PALETTES];

/** What shines in both. */
export const LIGHT = '#ffe27a';
export const BURR = '#5a2f5e';
