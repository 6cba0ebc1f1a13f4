import classes from './exercise.module.css';

/** A text whose fractions are written one number above the other; read aloud and copied they stay 3/4. */
export function MathText({ text }: { readonly text: string }) {
  let from = 0;
  return text.split(/(\d+\/\d+)/).map((part) => {
    const [, top, bottom] = /^(\d+)\/(\d+)$/.exec(part) ?? [];
    const key = from;
    from += part.length;
    return top === undefined ? part : <span key={key} className={classes.fraction}><span>{top}</span><span className={classes.slash}>/</span><span className={classes.bottom}>{bottom}</span></span>;
  });
}
