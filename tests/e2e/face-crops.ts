/** What one person saw in a face, by eye. */
export type CropExpression = 'smiling' | 'neutral';

/** One face in one of the group photographs of @vladmandic/face-api (node_modules/@vladmandic/face-api/demo). */
export interface FaceCrop {
  readonly file: string;
  /** The rectangle in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly expression: CropExpression;
}

const square = (file: string, centreX: number, centreY: number, side: number, expression: CropExpression): FaceCrop =>
  ({ file, x: centreX - side / 2, y: centreY - side / 2, width: side, height: side, expression });

/**
 * Single faces. Enlarged to 480 by 480 and centred on a grey 640 by 480 frame, each face is about a
 * third of the frame's width.
 */
export const FACE_CROPS: readonly FaceCrop[] = [
  square('sample1.jpg', 1577, 335, 400, 'smiling'),
  square('sample3.jpg', 1183, 365, 380, 'smiling'),
  square('sample3.jpg', 1603, 431, 380, 'smiling'),
  square('sample4.jpg', 1065, 290, 356, 'smiling'),
  square('sample4.jpg', 1346, 270, 380, 'smiling'),
  square('sample6.jpg', 761, 478, 400, 'smiling'),
  square('sample2.jpg', 988, 362, 380, 'neutral'),
  square('sample2.jpg', 1538, 265, 400, 'neutral'),
  square('sample4.jpg', 342, 327, 380, 'neutral'),
  square('sample5.jpg', 862, 239, 360, 'neutral'),
  square('sample5.jpg', 1498, 522, 420, 'neutral'),
  square('sample6.jpg', 1278, 424, 400, 'neutral'),
  square('sample3.jpg', 686, 460, 380, 'neutral'),
];
