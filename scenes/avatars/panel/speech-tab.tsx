import { Box, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { VISEMES, type Viseme } from 'attune';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Section } from '../../shared/section.tsx';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
import { Fader } from '../../shared/fader.tsx';
import classes from './speech-tab.module.css';

/** The sounds that look alike, as they are written in English. */
const SOUNDS: Readonly<Record<Viseme, string>> = {
  sil: '', PP: 'p b m', FF: 'f v', TH: 'th', DD: 't d', kk: 'k g', CH: 'ch sh j', SS: 's z', nn: 'n l', RR: 'r', aa: 'a', E: 'e', ih: 'i', oh: 'o', ou: 'u',
};
const MAX_LENGTH = 200;

/** One mouth shape at a time, or a whole sentence. */
export function SpeechTab() {
  return (
    <>
      <Sentence />
      <Visemes />
    </>
  );
}

function Sentence() {
  const { t } = useTranslation();
  const rehearsal = useRehearsal();
  const stage = useStore(rehearsal.mouthing.stage);
  const [text, setText] = useState(() => t('avatars.speech.example'));
  const [audible, setAudible] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stage === 'idle') void rehearsal.say(text, audible);
    else rehearsal.mouthing.stop();
  };
  return (
    <Section title={t('avatars.speech.sentence')}>
      <form onSubmit={submit}>
        <TextInput value={text} maxLength={MAX_LENGTH} aria-label={t('avatars.speech.sentence')} description={t('avatars.speech.sentenceHelp')} inputWrapperOrder={['input', 'description']} onChange={(event) => setText(event.currentTarget.value)} data-testid="sentence" />
        <Group mt="sm" justify="space-between">
          <Button
            type="submit" size="sm" loading={stage === 'preparing'} disabled={text.trim() === ''} data-testid="say"
            leftSection={stage === 'speaking' ? <IconPlayerStopFilled size={16} aria-hidden /> : <IconPlayerPlayFilled size={16} aria-hidden />}
          >
            {t(stage === 'speaking' ? 'avatars.speech.stop' : 'avatars.speech.say')}
          </Button>
          <Switch checked={audible} label={t('avatars.speech.sound')} labelPosition="left" onChange={(event) => setAudible(event.currentTarget.checked)} />
        </Group>
      </form>
    </Section>
  );
}

function Visemes() {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const viseme = useWish((wish) => wish.viseme);
  const opening = useWish((wish) => wish.opening);
  return (
    <Section title={t('avatars.speech.shapes')}>
      <div className={classes.grid} role="group" aria-label={t('avatars.speech.shapes')}>
        {VISEMES.map((each) => (
          <Button
            key={each} variant={each === viseme ? 'filled' : 'default'} aria-pressed={each === viseme} h={52} px={2} classNames={{ label: classes.shape ?? '' }}
            data-testid={`viseme-${each}`} onClick={() => wishes.setState({ viseme: each })}
          >
            <span className={classes.name}>{each}</span>
            <span className={classes.sound}>{SOUNDS[each] || t('avatars.speech.closed')}</span>
          </Button>
        ))}
      </div>
      <Box mt="sm"><Fader label={t('avatars.speech.opening')} value={opening} onChange={(next) => wishes.setState({ opening: next })} testId="opening" /></Box>
      <Text size="xs" c="dimmed" mt="xs">{t('avatars.speech.shapesHelp')}</Text>
    </Section>
  );
}
