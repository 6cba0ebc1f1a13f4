import { Badge, Stack, Switch, Text } from '@mantine/core';
import type { FaceScores } from 'attune';
import { useAgentState } from 'attune/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DevicePicker } from '../../shared/device-picker.tsx';
import { useMeeting, useMeetingView } from '../meeting-context.ts';
import { hue, type OpenSense } from '../../shared/senses.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { CameraMirror } from './camera-mirror.tsx';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { Figures, Share } from '../../shared/figures.tsx';
import { OwnHeadsNote } from './own-heads-note.tsx';
import { RestingFace } from './resting-face.tsx';
import { decibels, loudnessShare, milliseconds, percent } from '../../shared/measures.ts';
import { HealthList } from '../../shared/health/health-list.tsx';
import { Section } from '../../shared/section.tsx';

const degrees = (radians: number): string => `${Math.round((radians * 180) / Math.PI)}°`;

/** What each sense delivers right now, how fast, how late and how much was skipped. */
export function SensesTab() {
  const { t } = useTranslation();
  const mode = useAgentState((state) => state.compliance.mode);
  return (
    <>
      {mode !== 'emotion' && <Text size="sm" c="dimmed" mb="lg" data-testid="mode">{t(`settings.modes.${mode}`)}</Text>}
      <OwnHeadsNote />
      {mode !== 'text-only' && <FaceSection />}
      {mode !== 'text-only' && <VoiceSection />}
      <TextSection />
      <Section title={t('health.title')}><HealthList /></Section>
    </>
  );
}

function SenseSection({ sense, children }: { sense: OpenSense; children: ReactNode }) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const { status } = useAgentState(({ senses }) => senses[sense]);
  const device = useMeetingView(({ devices }) => devices[sense]);
  const on = status === 'live' || status === 'starting';
  return (
    <Section
      title={t(`senses.${sense}`)} colour={hue(sense)}
      aside={<Switch checked={on} label={t(`senses.status.${status}`)} labelPosition="left" onChange={() => void (on ? meeting.close(sense) : meeting.open(sense))} aria-label={`${t(`senses.${sense}`)}: ${t(on ? 'senses.turnOff' : 'senses.turnOn')}`} />}
    >
      <Stack gap="sm">
        {on && <DevicePicker key={status} sense={sense} value={device} onChange={(id) => void meeting.open(sense, id)} />}
        {status === 'live' ? children : <Text size="sm" c="dimmed">{t('senses.none')}</Text>}
      </Stack>
    </Section>
  );
}

const SCORES = ['smile', 'browRaise', 'browLower', 'eyeOpen', 'mouthOpen'] as const satisfies readonly (keyof FaceScores)[];

function FaceSection() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  usePulse(meeting.clock);
  const { face: signal } = meeting.agent.state.signals;
  const seen = signal?.kind === 'face' ? signal : null;
  const stats = meeting.stats.face;
  return (
    <SenseSection sense="face">
      <CameraMirror />
      {seen && !seen.present && <Text size="sm">{t('senses.noFace')}</Text>}
      {seen && seen.others > 0 && <Text size="sm">{meeting.inView ? t('senses.peopleHelp', { count: meeting.inView.most }) : t('senses.othersHelp')}</Text>}
      {seen?.scores && SCORES.map((score) => (
        <Share key={score} label={t(`senses.scores.${score}`)} value={Math.abs(seen.scores?.[score] ?? 0)} shown={(seen.scores?.[score] ?? 0).toFixed(2)} colour={hue('face')} />
      ))}
      <Figures rows={[
        [t('senses.head'), seen?.pose ? `${degrees(seen.pose.yaw)} · ${degrees(seen.pose.pitch)} · ${degrees(seen.pose.roll)}` : null],
        [t('senses.quality'), seen && percent(seen.quality)],
        [t('senses.mouth'), seen?.present ? percent(seen.mouth) : null],
        [t('senses.others'), seen && seen.others],
        [t('senses.neutral'), seen && percent(seen.neutral)],
        [t('senses.rate'), stats && `${stats.rate.toFixed(1)} Hz`],
        [t('senses.latency'), stats && milliseconds(stats.latency)],
        [t('senses.dropped'), stats && stats.dropped],
      ]} />
      {stats?.lacks.map((lack) => <Text key={lack} size="sm" c="dimmed" data-testid={`lacks-${lack}`}>{t(`senses.lacks.${lack}`)}</Text>)}
      <RestingFace />
    </SenseSection>
  );
}

function VoiceSection() {
  const { t } = useTranslation();
  const meeting = useMeeting();
  usePulse(meeting.clock, 12);
  const { voice: signal } = meeting.agent.state.signals;
  const heard = signal?.kind === 'voice' ? signal : null;
  const stats = meeting.stats.voice;
  const speaking = meeting.agent.state.conversation.playerSpeaksSince !== null;
  return (
    <SenseSection sense="voice">
      {stats && <Share label={t('senses.level')} value={loudnessShare(stats.level)} shown={decibels(stats.level)} colour={hue('voice')} />}
      <Badge variant={speaking ? 'filled' : 'default'} tt="none" fw={500} size="lg">{t(speaking ? 'senses.speaking' : 'senses.silent')}</Badge>
      <Figures rows={[
        [t('senses.loudness'), heard?.speaking ? decibels(heard.loudness) : null],
        [t('senses.pitch'), heard?.pitch ? `${Math.round(heard.pitch)} Hz` : null],
        [t('senses.voiced'), heard?.speaking ? percent(heard.voicedRatio) : null],
        [t('senses.noise'), stats && decibels(stats.noiseFloor)],
        [t('senses.latency'), heard && milliseconds(heard.latency)],
        [t('senses.dropped'), stats && stats.dropped],
      ]} />
    </SenseSection>
  );
}

function TextSection() {
  const { t } = useTranslation();
  const signal = useAgentState(({ signals }) => signals.text);
  return (
    <Section title={t('senses.text')} colour={hue('text')}>
      <Text size="sm" c="dimmed" mb="xs">{t('senses.typed')}</Text>
      {signal?.kind === 'text' && (
        <>
          <Figures rows={[
            [t('senses.reading'), t(`intents.${signal.reading.intent}`)], [t('senses.cues'), signal.reading.cues], [t('senses.sure'), signal.source === 'typed' ? null : percent(signal.quality)],
          ]} />
          <EmotionList estimate={signal.reading} />
        </>
      )}
    </Section>
  );
}
