/** The bones that VRM 0.x and 1.0 both ask for. */
export const REQUIRED_BONES = [
  'hips', 'spine', 'head',
  ...['left', 'right'].flatMap((side) => ['UpperLeg', 'LowerLeg', 'Foot', 'UpperArm', 'LowerArm', 'Hand'].map((bone) => side + bone)),
] as const;
