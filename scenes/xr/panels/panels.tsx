import { Container } from '@react-three/uikit';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import type { Embodied } from '../meeting.ts';
import { useMeetingView } from '../meeting-context.ts';
import { Caption } from './caption.tsx';
import { CARD, FONTS, MILLIMETRE, QUIET_INK } from './look.ts';
import { TalkPanel } from './talk-panel.tsx';
import { WithinReach } from './within-reach.tsx';
import { Words } from './words.tsx';

/** All that is to be read in a headset: what is said, what can be said, and how the character is placed. */
export function Panels({ embodied: { agent, driver }, ar }: { readonly embodied: Embodied; readonly ar: boolean }) {
  const placing = useMeetingView((view) => view.placing);
  if (placing) return <WithinReach aside={0} below={0.28} away={0.8}><PlaceHint /></WithinReach>;
  return (
    <>
      <Caption driver={driver} />
      <WithinReach aside={-0.42} below={0.42} away={0.55}><TalkPanel agent={agent} ar={ar} /></WithinReach>
    </>
  );
}

function PlaceHint() {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  return (
    <Container {...CARD} id="place" fontFamilies={FONTS} pixelSize={MILLIMETRE} width={380} padding={24} gap={8} flexDirection="column" pointerEvents="none">
      <Words size={24} width={332} weight="semi-bold">{t('xr.panel.placeTitle', { name })}</Words>
      <Words size={19} width={332} color={QUIET_INK}>{t('xr.panel.placeText', { name })}</Words>
    </Container>
  );
}
