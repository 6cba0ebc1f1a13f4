import { Group, Slider, Text } from '@mantine/core';
import classes from './fader.module.css';

interface FaderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** How the value is written beside the slider. */
  readonly shown?: string;
  readonly testId?: string;
}

/** A slider on one line: its name, its course, its value. One that starts below zero fills from the middle. */
export function Fader({ label, value, onChange, min = 0, max = 1, step = 0.01, shown = `${Math.round(value * 100)} %`, testId }: FaderProps) {
  return (
    <Group gap="sm" wrap="nowrap" className={classes.fader} data-lit={value !== 0}>
      <Text size="sm" className={classes.label}>{label}</Text>
      <Slider
        flex={1} size={6} thumbSize={18} label={null} min={min} max={max} step={step} value={value} onChange={onChange} thumbLabel={label} className={classes.slider}
        {...(min < 0 ? { startPointValue: 0 } : {})} {...(testId ? { 'data-testid': testId } : {})}
      />
      <Text size="sm" className={classes.value}>{shown}</Text>
    </Group>
  );
}
