import { adapt } from './en/adapt.ts';
import { avatars } from './en/avatars.ts';
import { collect } from './en/collect.ts';
import { gallery } from './en/gallery.ts';
import { health } from './en/health.ts';
import { inn } from './en/inn.ts';
import { kiosk } from './en/kiosk.ts';
import { meeting } from './en/meeting.ts';
import { microphone } from './en/microphone.ts';
import { monitor } from './en/monitor.ts';
import { panel } from './en/panel.ts';
import { problems } from './en/problems.ts';
import { replay } from './en/replay.ts';
import { scenario } from './en/scenario.ts';
import { study } from './en/study.ts';
import { speech } from './en/speech.ts';
import { text } from './en/text.ts';
import { xr } from './en/xr.ts';

/** The English words of the pages. Written, not translated; plain, short and kind. */
export const en = {
  app: { name: 'Attune', skip: 'Skip to the content', gallery: 'All scenes' },
  devices: { camera: 'Which camera', microphone: 'Which microphone', unnamed: 'Device {{number}}', standard: 'The usual one' },
  intents: {
    greeting: 'a greeting', farewell: 'a goodbye', thanks: 'thanks', question: 'a question', help: 'a call for help', complaint: 'a complaint', repeat: 'a wish to hear it again', 'small-talk': 'small talk', 'about-agent': 'about the character', correction: 'a correction', feeling: 'about a feeling', statement: 'a statement', refusal: 'a wish not to talk', yes: 'a yes', no: 'a no',
  },
  emotions: {
    neutral: 'neutral', happiness: 'happy', surprise: 'surprised', sadness: 'sad', anger: 'angry', disgust: 'disgusted', fear: 'afraid', contempt: 'scornful',
  },
  gallery, ...meeting, ...panel, ...study, adapt, avatars, collect, monitor, microphone, text, speech, replay, scenario, inn, kiosk, xr, health, problems,
};

export type Words = typeof en;
