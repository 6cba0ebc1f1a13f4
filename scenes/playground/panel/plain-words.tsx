import { Box, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit, IconEyeOff } from '@tabler/icons-react';
import type { AgentState, Sense } from 'attune';
import { type ExplainedSentence, explain } from 'attune/explain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hue } from '../../shared/senses.ts';
import type { PageLanguage } from '../../shared/words.ts';

/** What the player appears to feel and why, in sentences: first the feeling, then each sense that has a say, then what is missing. */
export function PlainWords({ state }: { state: Pick<AgentState, 'affect' | 'senses' | 'signals'> }) {
  const { i18n } = useTranslation();
  const language = i18n.language as PageLanguage;
  const { sentences } = explain(state.affect, language, state);
  const told = sentences.filter(({ about }) => about === 'feeling' || about === 'course');
  return (
    <Stack gap="sm" data-testid="plain-words">
      <Text>{told.map(({ text }) => text).join(language === 'zh' ? '' : ' ')}</Text>
      {sentences.filter((each) => !told.includes(each)).map((each) => <Line key={each.text} sentence={each} />)}
    </Stack>
  );
}

function Line({ sentence: { about, senses, text } }: { sentence: ExplainedSentence }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Mark>{about === 'missing' ? <IconEyeOff size={16} aria-hidden /> : about === 'against' ? <IconArrowsSplit size={16} aria-hidden /> : <Dot sense={senses[0]} />}</Mark>
      <Text size="sm" c={about === 'missing' ? 'dimmed' : 'inherit'}>{text}</Text>
    </Group>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <Box c="dimmed" w={16} h="1.4rem" style={{ flex: 'none', display: 'grid', placeItems: 'center' }}>{children}</Box>;
}

function Dot({ sense }: { sense: Sense | undefined }) {
  return <Box w={10} h={10} bg={hue(sense ?? 'fused')} style={{ borderRadius: '50%' }} aria-hidden />;
}
