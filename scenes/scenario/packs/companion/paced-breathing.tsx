import { Button, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { type Breath, BREATH_PATTERNS, type BreathPatternName, type CompanionMore } from 'attune/scenario';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import { clockFace } from '../../../shared/uplot-options.ts';
import type { CompanionPanelProps } from './panel-props.ts';
import { LONG, runBreathing } from './run-breathing.ts';
import classes from './panel.module.css';

const NAMES = Object.keys(BREATH_PATTERNS) as BreathPatternName[];

/** Two minutes of slow breathing: a ring, a word, a soft tone and the character's own chest go together. */
export function PacedBreathing({ pack, scenario, language, agent, audio, state: { policy: { view } } }: CompanionPanelProps) {
  const { t } = useTranslation('pack');
  const [pattern, setPattern] = useState<BreathPatternName>((pack.more as CompanionMore).breathing);
  const [sound, setSound] = useState(true);
  const [moment, setMoment] = useState<Pick<Breath, 'part'> & { readonly left: number; readonly whole: number } | null>(null);
  const ring = useRef<HTMLDivElement>(null);
  const heard = useRef(sound);
  const counted = useRef(0);
  const running = view === 'breathing';
  useEffect(() => {
    heard.current = sound;
  }, [sound]);
  useEffect(() => {
    if (!running) return undefined;
    const place = ring.current;
    counted.current = 0;
    const stop = runBreathing({
      pattern: BREATH_PATTERNS[pattern], agent, audio, sounds: () => heard.current,
      onBreath({ part, left, depth, count }, elapsed) {
        counted.current = count;
        place?.style.setProperty('--depth', depth.toFixed(3));
        const next = { part, left: Math.ceil(left), whole: Math.max(0, Math.ceil(LONG - elapsed)) };
        setMoment((before) => (before?.part === next.part && before.left === next.left && before.whole === next.whole ? before : next));
      },
      onEnd: (breaths) => scenario.take({ type: 'own', own: { about: 'breathed', breaths } }, language),
    });
    return () => {
      stop();
      place?.style.setProperty('--depth', '0');
      setMoment(null);
    };
  }, [running, pattern, agent, audio, scenario, language]);

  const end = (): void => scenario.take({ type: 'own', own: { about: 'breathed', breaths: counted.current } }, language);
  return (
    <Section title={t('breathe.title')}>
      <div ref={ring} className={classes.ring} data-testid="ring" data-part={moment?.part ?? 'none'}>
        <div className={classes.breath} aria-hidden />
        <div className={classes.part}>
          <Text size="xl" fw={600} aria-live="polite">{moment ? t(`breathe.parts.${moment.part}`) : ''}</Text>
          {moment && <Text size="lg" aria-hidden>{moment.left}</Text>}
        </div>
      </div>
      <Text size="sm" c="dimmed" ta="center" mb="md">{moment ? t('breathe.left', { time: clockFace(moment.whole) }) : t('breathe.ready', { name: pack.character.name ?? '' })}</Text>
      <Group justify="center" mb="lg">
        {running
          ? <Button size="md" variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={end} data-testid="breathe-stop">{t('breathe.stop')}</Button>
          : <Button size="md" leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={() => scenario.take({ type: 'own', own: { about: 'breathe' } }, language)} data-testid="breathe-start">{t('breathe.start')}</Button>}
      </Group>
      <SegmentedControl fullWidth size="sm" mb="md" value={pattern} onChange={(next) => setPattern(next as BreathPatternName)} disabled={running} data={NAMES.map((value) => ({ value, label: t(`breathe.patterns.${value}`) }))} aria-label={t('breathe.pattern')} />
      <Switch checked={sound} onChange={(event) => setSound(event.currentTarget.checked)} label={t('breathe.sound')} />
      <Text size="xs" c="dimmed" mt="md">{t('breathe.dizzy')}</Text>
    </Section>
  );
}
