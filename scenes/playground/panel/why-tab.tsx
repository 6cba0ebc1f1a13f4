import { Badge, Button, Chip, Collapse, Group, List, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type AgentIntent, EMOTIONS } from 'attune';
import { useTranslation } from 'react-i18next';
import { hue } from '../../shared/senses.ts';
import { useMeeting } from '../meeting-context.ts';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { usePulse } from '../../shared/use-pulse.ts';
import { Section } from '../../shared/section.tsx';
import { PlainWords } from './plain-words.tsx';

/** From what was noticed to what she does: sentences first, cues and figures on demand. */
export function WhyTab() {
  const { t } = useTranslation();
  const { agent, clock } = useMeeting();
  const [opened, { toggle }] = useDisclosure(false);
  usePulse(clock, 2);
  const { affect, appraisal, plan, character } = agent.state;
  const { report } = agent.state.signals;
  const said = report?.kind === 'report' && affect.because.some(({ sense }) => sense === 'report') ? report.emotion : null;
  const strength = (value: number): string => t(`why.strengths.${value > 0.66 ? 'strong' : value > 0.33 ? 'middle' : 'weak'}`);
  const intent = (each: AgentIntent): string => (each.kind === 'say' ? t(`why.acts.${each.act}`) : each.kind === 'gesture' ? t(`why.gestures.${each.gesture}`) : t(`why.earcons.${each.earcon}`));
  return (
    <>
      <Section title={t('why.because')}>
        <PlainWords state={agent.state} />
        <Button mt="sm" px={0} variant="transparent" size="compact-sm" aria-expanded={opened} onClick={toggle} data-testid="why-figures" rightSection={<IconChevronDown size={16} aria-hidden style={opened ? { transform: 'rotate(180deg)' } : {}} />}>
          {t('why.figures')}
        </Button>
        <Collapse expanded={opened}>
          <List listStyleType="none" spacing="xs" mt="xs" mb="md">
            {affect.because.length === 0 && <List.Item><Text size="sm" c="dimmed">{t('why.nothing')}</Text></List.Item>}
            {affect.because.map(({ sense, cue, strength: how }) => (
              <List.Item key={`${sense}-${cue}`} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
                <Group gap="xs" wrap="nowrap">
                  <Badge variant="outline" tt="none" fw={600} color={hue(sense)} style={{ flex: 'none' }}>{t(`senses.${sense}`)}</Badge>
                  <Text size="sm" flex={1}>{t(`why.evidence.${cue}`, { defaultValue: cue })}, {strength(how)}</Text>
                  <Progress size={6} w={60} value={how * 100} color={hue(sense)} transitionDuration={0} aria-label={t(`why.evidence.${cue}`, { defaultValue: cue })} style={{ flex: 'none' }} />
                </Group>
              </List.Item>
            ))}
          </List>
          <EmotionList estimate={affect.phase === 'absent' ? null : affect.estimate} {...(affect.mixed && { held: affect.mixed.emotions })} />
        </Collapse>
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
            <Text size="sm">{t(`why.strategies.${plan.strategy}`)}</Text>
            <Text size="sm" c="dimmed" mb="xs">{t('why.becauseOf', { reasons: plan.reasons.map((reason) => t(`why.reasons.${reason}`)).join(t('why.also')) })}</Text>
            <List size="sm">{plan.intents.map((each) => <List.Item key={intent(each)}>{intent(each)}</List.Item>)}</List>
          </>
        ) : <Text size="sm" c="dimmed">{t('why.noPlan')}</Text>}
      </Section>
    </>
  );
}
