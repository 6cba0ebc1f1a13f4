/**
 * The number by which all scores are divided so that their softmax is as likely as can be (temperature scaling, Guo et al. 2017).
 *
 * @param loss the mean negative log-likelihood at a temperature
 */
export function chooseTemperature(loss: (temperature: number) => number, from = 0.4, to = 3): number {
  // Golden section, on the logarithm: the loss has one valley.
  let [low, high] = [Math.log(from), Math.log(to)];
  const shrink = (Math.sqrt(5) - 1) / 2;
  while (high - low > 0.01) {
    const [a, b] = [high - shrink * (high - low), low + shrink * (high - low)];
    if (loss(Math.exp(a)) < loss(Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}
