/** A number as it is written: a true minus, and none before a zero. */
export function figure(value: number, digits = 2): string {
  const written = value.toFixed(digits);
  return Number(written) === 0 ? written.replace('-', '') : written.replace('-', '−');
}
