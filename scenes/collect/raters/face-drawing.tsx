import type { Blendshape } from 'attune';
import { useTranslation } from 'react-i18next';
import classes from './face-drawing.module.css';

/** Half a face's width apart from its middle, and how far features move. Units of the drawing. */
const [EYE, BROW, MOUTH] = [38, 46, 34];

/** A face drawn from nothing but how far each movement is made, so that somebody can judge an expression of which no picture was kept. */
export function FaceDrawing({ movement }: { movement: (name: Blendshape) => number }) {
  const { t } = useTranslation();
  const both = (name: string): number => (movement(`${name}Left` as Blendshape) + movement(`${name}Right` as Blendshape)) / 2;
  const inner = movement('browInnerUp') - both('browDown');
  const outer = both('browOuterUp') - 0.6 * both('browDown');
  const lids = Math.max(0.08, 1 + 0.8 * both('eyeWide') - both('eyeBlink') - 0.5 * both('eyeSquint'));
  const corners = 22 * (both('mouthSmile') - both('mouthFrown')) - 6 * both('mouthStretch');
  const open = 60 * movement('jawOpen') + 4 * both('mouthUpperUp') + 4 * both('mouthLowerDown');
  const half = MOUTH + 10 * both('mouthStretch') + 8 * both('mouthSmile') - 16 * Math.max(movement('mouthPucker'), movement('mouthFunnel'));
  const brow = (side: -1 | 1): string => `M${side * 16} ${-BROW - 14 * inner}Q${side * EYE} ${-BROW - 8 - 8 * (inner + outer)} ${side * 58} ${-BROW + 4 - 14 * outer}`;
  const sneer = 6 * both('noseSneer');
  return (
    <svg viewBox="-100 -110 200 220" className={classes.face} role="img" aria-label={t('collect.raters.drawing')} data-testid="shown">
      <ellipse cx={0} cy={0} rx={84} ry={102} className={classes.head} />
      {([-1, 1] as const).map((side) => (
        <g key={side}>
          <path d={brow(side)} className={classes.line} />
          <ellipse cx={side * EYE} cy={-20} rx={15} ry={10 * lids} className={classes.line} />
          <circle cx={side * EYE} cy={-20} r={Math.min(5, 10 * lids)} className={classes.pupil} />
          <path d={`M${side * 10} ${22 - sneer}Q${side * 15} ${16 - 2 * sneer} ${side * 12} ${10 - sneer}`} className={classes.line} />
        </g>
      ))}
      <path d={`M${-half} ${56 - corners}Q0 ${56 + corners / 2 - open / 3} ${half} ${56 - corners}Q0 ${56 + corners / 2 + open} ${-half} ${56 - corners}Z`} className={classes.mouth} />
    </svg>
  );
}
