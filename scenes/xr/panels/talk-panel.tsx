import { Container } from '@react-three/uikit';
import { useAgentState } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from '../meeting-context.ts';
import { xrStore } from '../xr-store.ts';
import { Button } from './button.tsx';
import { CARD, FONTS, MILLIMETRE, QUIET_INK } from './look.ts';
import { Words } from './words.tsx';

const WIDTH = 400;
const INNER = WIDTH - 48;
const HALF = (INNER - 12) / 2;
const SENTENCES = ['hello', 'good', 'hard', 'tell'] as const;

interface TalkPanelProps {
  readonly agent: SceneAgent;
  readonly ar: boolean;
}

/** What can be said by a touch, whether the voice may be heard, and the way out. */
export function TalkPanel({ agent, ar }: TalkPanelProps) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const voice = useAgentState((state) => state.senses.voice.status);
  const [asks, setAsks] = useState(false);
  const hears = voice === 'live' || voice === 'starting';
  return (
    <Container {...CARD} id="talk" fontFamilies={FONTS} pixelSize={MILLIMETRE} width={WIDTH} padding={24} gap={12} flexDirection="column">
      {asks ? (
        <>
          <Words size={22} width={INNER} weight="semi-bold">{t('xr.panel.askTitle', { name })}</Words>
          <Words size={18} width={INNER} color={QUIET_INK}>{t('xr.panel.askText', { name })}</Words>
          <Container flexDirection="row" gap={12}>
            <Button id="allow" width={HALF} onPress={() => {
              setAsks(false);
              void agent.open('voice');
            }}>{t('xr.panel.allow')}</Button>
            <Button id="deny" width={HALF} onPress={() => setAsks(false)}>{t('xr.panel.deny')}</Button>
          </Container>
        </>
      ) : (
        <>
          {SENTENCES.map((sentence) => <Button key={sentence} id={sentence} width={INNER} onPress={() => agent.say(t(`xr.panel.say.${sentence}`))}>{t(`xr.panel.say.${sentence}`)}</Button>)}
          <Container flexDirection="row" gap={12}>
            <Button id="yes" width={HALF} onPress={() => agent.say(t('xr.panel.say.yes'))}>{t('xr.panel.say.yes')}</Button>
            <Button id="no" width={HALF} onPress={() => agent.say(t('xr.panel.say.no'))}>{t('xr.panel.say.no')}</Button>
          </Container>
          <Button id="hear" width={INNER} chosen={hears} onPress={() => (hears ? void agent.close('voice') : setAsks(true))}>{t(hears ? 'xr.panel.hears' : 'xr.panel.hear')}</Button>
          <Container flexDirection="row" gap={12}>
            {ar && <Button id="move" width={HALF} onPress={() => setTimeout(() => meeting.view.setState({ placing: true }), 400)}>{t('xr.panel.move', { name })}</Button>}
            <Button id="leave" width={ar ? HALF : INNER} onPress={() => void xrStore().getState().session?.end()}>{t('xr.panel.leave')}</Button>
          </Container>
        </>
      )}
    </Container>
  );
}
