import mesh from './attention-mesh.json' with { type: 'json' };

/**
 * The six point outputs of the attention model in the order in which they are joined,
 * and how many numbers each holds. The mesh is (x, y, z) per point; the refinements are (x, y).
 */
export const pointOutputs = [
  { name: 'output_mesh_identity', length: 468 * 3 },
  { name: 'output_lips', length: 80 * 2 },
  { name: 'output_left_eye', length: 71 * 2 },
  { name: 'output_right_eye', length: 71 * 2 },
  { name: 'output_left_iris', length: 5 * 2 },
  { name: 'output_right_iris', length: 5 * 2 },
] as const;

const meshPoints = 468;
const irisPoints = 5;

/**
 * The legacy face mesh gives an iris the mean depth of its eye's contour (the first sixteen
 * points of the refinement). A gather can only pick: the middle of the lower lid came closest
 * to that mean over four faces, turned up to 25 and rolled up to 45 degrees: within
 * 0.35% of the picture's width.
 */
const irisDepth = { left: 145, right: 374 };

/**
 * Builds the constant of the GATHER that turns the joined outputs (1868 numbers) into the 478
 * landmarks (x, y, z) which FaceLandmarker reads: the refined x and y where there are any, the
 * mesh's z always.
 *
 * @returns 1434 positions in the joined tensor, landmark by landmark.
 */
export function attentionIndex(): Int32Array {
  const startOf = (name: (typeof pointOutputs)[number]['name']) => {
    const position = pointOutputs.findIndex((output) => output.name === name);
    return pointOutputs.slice(0, position).reduce((sum, output) => sum + output.length, 0);
  };
  const index = new Int32Array((meshPoints + 2 * irisPoints) * 3);

  for (let i = 0; i < meshPoints * 3; i++) index[i] = i;
  const refine = (landmark: number, start: number, point: number) => {
    index[landmark * 3] = start + point * 2;
    index[landmark * 3 + 1] = start + point * 2 + 1;
  };
  mesh.lips.forEach((landmark, point) => refine(landmark, startOf('output_lips'), point));
  mesh.leftEye.forEach((landmark, point) => refine(landmark, startOf('output_left_eye'), point));
  mesh.rightEye.forEach((landmark, point) => refine(landmark, startOf('output_right_eye'), point));
  for (let point = 0; point < irisPoints; point++) {
    const left = meshPoints + point;
    const right = left + irisPoints;
    refine(left, startOf('output_left_iris'), point);
    refine(right, startOf('output_right_iris'), point);
    index[left * 3 + 2] = irisDepth.left * 3 + 2;
    index[right * 3 + 2] = irisDepth.right * 3 + 2;
  }
  return index;
}
