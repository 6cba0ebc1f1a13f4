import adaptDark from './images/adapt-dark.webp';
import adaptLight from './images/adapt-light.webp';
import assistantDark from './images/assistant-dark.webp';
import assistantLight from './images/assistant-light.webp';
import avatarsDark from './images/avatars-dark.webp';
import avatarsLight from './images/avatars-light.webp';
import collectDark from './images/collect-dark.webp';
import collectLight from './images/collect-light.webp';
import companionDark from './images/companion-dark.webp';
import companionLight from './images/companion-light.webp';
import entertainmentDark from './images/entertainment-dark.webp';
import entertainmentLight from './images/entertainment-light.webp';
import gameThreeDark from './images/game-three-dark.webp';
import gameThreeLight from './images/game-three-light.webp';
import innDark from './images/game-react-dark.webp';
import innLight from './images/game-react-light.webp';
import kioskDark from './images/kiosk-dark.webp';
import kioskLight from './images/kiosk-light.webp';
import microphoneDark from './images/microphone-dark.webp';
import microphoneLight from './images/microphone-light.webp';
import monitorDark from './images/monitor-dark.webp';
import monitorLight from './images/monitor-light.webp';
import playgroundDark from './images/playground-dark.webp';
import playgroundLight from './images/playground-light.webp';
import replayDark from './images/replay-dark.webp';
import replayLight from './images/replay-light.webp';
import serviceDark from './images/service-dark.webp';
import serviceLight from './images/service-light.webp';
import socialDark from './images/social-dark.webp';
import socialLight from './images/social-light.webp';
import speechDark from './images/speech-dark.webp';
import speechLight from './images/speech-light.webp';
import textDark from './images/text-dark.webp';
import textLight from './images/text-light.webp';
import xrDark from './images/xr-dark.webp';
import xrLight from './images/xr-light.webp';

/** A scene on the wall. Its words lie under `gallery.<id>`. */
export interface SceneEntry {
  readonly id: 'playground' | 'game-three' | 'game-react' | 'avatars' | 'microphone' | 'text' | 'speech' | 'replay' | 'kiosk' | 'xr' | 'adapt' | 'collect' | 'service' | 'social' | 'monitor' | 'companion' | 'assistant' | 'entertainment';
  readonly href: string;
  readonly picture: { readonly light: string; readonly dark: string };
  readonly equipment: readonly ('camera' | 'microphone' | 'headset')[];
}

/** In the order in which they hang. The pictures are made by `npm run shots`. */
export const SCENES: readonly SceneEntry[] = [
  { id: 'playground', href: './playground/', picture: { light: playgroundLight, dark: playgroundDark }, equipment: ['camera', 'microphone', 'headset'] },
  { id: 'game-three', href: './game-three/', picture: { light: gameThreeLight, dark: gameThreeDark }, equipment: ['camera', 'microphone'] },
  { id: 'game-react', href: './game-react/', picture: { light: innLight, dark: innDark }, equipment: ['camera', 'microphone'] },
  { id: 'xr', href: './xr/', picture: { light: xrLight, dark: xrDark }, equipment: ['microphone', 'headset'] },
  { id: 'avatars', href: './avatars/', picture: { light: avatarsLight, dark: avatarsDark }, equipment: [] },
  { id: 'microphone', href: './microphone/', picture: { light: microphoneLight, dark: microphoneDark }, equipment: ['microphone'] },
  { id: 'text', href: './text/', picture: { light: textLight, dark: textDark }, equipment: [] },
  { id: 'speech', href: './speech/', picture: { light: speechLight, dark: speechDark }, equipment: [] },
  { id: 'replay', href: './replay/', picture: { light: replayLight, dark: replayDark }, equipment: [] },
  { id: 'service', href: './scenario/?pack=service', picture: { light: serviceLight, dark: serviceDark }, equipment: ['camera', 'microphone'] },
  { id: 'social', href: './scenario/?pack=social', picture: { light: socialLight, dark: socialDark }, equipment: ['camera', 'microphone'] },
  { id: 'companion', href: './scenario/?pack=companion', picture: { light: companionLight, dark: companionDark }, equipment: ['camera', 'microphone'] },
  { id: 'assistant', href: './scenario/?pack=assistant', picture: { light: assistantLight, dark: assistantDark }, equipment: ['camera', 'microphone'] },
  { id: 'entertainment', href: './scenario/?pack=entertainment', picture: { light: entertainmentLight, dark: entertainmentDark }, equipment: ['camera', 'microphone'] },
  { id: 'adapt', href: './adapt/', picture: { light: adaptLight, dark: adaptDark }, equipment: [] },
  { id: 'monitor', href: './monitor/', picture: { light: monitorLight, dark: monitorDark }, equipment: [] },
  { id: 'collect', href: './collect/', picture: { light: collectLight, dark: collectDark }, equipment: ['camera', 'microphone'] },
  { id: 'kiosk', href: './kiosk/', picture: { light: kioskLight, dark: kioskDark }, equipment: ['camera', 'microphone'] },
];
