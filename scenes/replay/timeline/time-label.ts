/** Hours where there are any, minutes and seconds, with tenths where times are less than a second apart. */
export function timeLabel(seconds: number, apart = 1): string {
  const tenths = Math.round(Math.abs(seconds) * 10);
  const whole = Math.floor(tenths / 10);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = `${String(whole % 60).padStart(2, '0')}${apart < 1 ? `.${tenths % 10}` : ''}`;
  return `${seconds < 0 && tenths > 0 ? '−' : ''}${hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : minutes}:${rest}`;
}
