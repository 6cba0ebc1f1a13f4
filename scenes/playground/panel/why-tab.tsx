import { Badge, Chip, Group, List, Text } from '@mantine/core';
import { type AgentIntent, EMOTIONS } from 'attune';
import { useTranslation } from 'react-i18next';
import { hue } from '../../shared/senses.ts';
import { useMeeting } from '../meeting-context.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { Section } from '../../shared/section.tsx';

/** From what was noticed to what she does, in plain words. */
export function WhyTab() {
  const { t } = useTranslation();
  const { agent, clock } = useMeeting();
  usePulse(clock, 2);
  const { affect, appraisal, plan, character } = agent.state;
  const { report } = agent.state.signals;
  const said = report?.kind === 'report' && affect.because.some(({ sense }) => sense === 'report') ? report.emotion : null;
  const strength = (value: number): string => t(`why.strengths.${value > 0.66 ? 'strong' : value > 0.33 ? 'middle' : 'weak'}`);
  const intent = (each: AgentIntent): string => (each.kind === 'say' ? t(`why.acts.${each.act}`) : each.kind === 'gesture' ? t(`why.gestures.${each.gesture}`) : t(`why.earcons.${each.earcon}`));
  return (
    <>
      <Section title={t('why.because')}>
        {affect.because.length === 0 && <Text size="sm" c="dimmed">{t('why.nothing')}</Text>}
        <List listStyleType="none" spacing="xs">
          {affect.because.map(({ sense, cue, strength: how }) => (
            <List.Item key={`${sense}-${cue}`}>
              <Group gap="xs">
                <Badge variant="outline" tt="none" fw={600} color={hue(sense)}>{t(`senses.${sense}`)}</Badge>
                <Text size="sm">{t(`why.evidence.${cue}`, { defaultValue: cue })}, {strength(how)}</Text>
              </Group>
            </List.Item>
          ))}
        </List>
      </Section>
      <Section title={t('why.correct')}>
        <Group gap={6}>
          {EMOTIONS.map((emotion) => (
            <Chip key={emotion} size="xs" variant="outline" checked={said === emotion} onChange={() => agent.report(emotion)} data-testid={`report-${emotion}`}>{t(`emotions.${emotion}`)}</Chip>
          ))}
        </Group>
        <Text size="xs" c="dimmed" mt="xs">{t('why.correctHelp')}</Text>
      </Section>
      <Section title={t('why.need')}><Text size="sm">{t(`why.needs.${appraisal.need}`)}</Text></Section>
      <Section
        title={t('why.plan', { name: character.name })}
        aside={plan && <Text size="xs" c="dimmed">{t('why.ago', { seconds: Math.max(0, Math.round(clock.now() - plan.at)) })}</Text>}
      >
        {plan ? (
          <>
            <Text size="sm" mb="xs">{t(`why.strategies.${plan.strategy}`)}</Text>
            <List size="sm">{plan.intents.map((each) => <List.Item key={intent(each)}>{intent(each)}</List.Item>)}</List>
          </>
        ) : <Text size="sm" c="dimmed">{t('why.noPlan')}</Text>}
      </Section>
    </>
  );
}
