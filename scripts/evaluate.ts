import { runChoice } from './choose.ts';

/** `npm run evaluate -- NAME`: measures what Attune ships, on real data or by strangers' eyes. */

await runChoice('evaluate', {
  adapt: { about: 'how soon and how well the agent comes to suit simulated people, whether it follows them, and whether off-policy estimates hold [--json]', script: 'scripts/evaluate-adapt.ts' },
  assistant: { about: 'when something is to be, in sixty sentences that no reader was made with, beside chrono-node alone [--json]', script: 'scripts/evaluate-assistant.ts' },
  alerts: { about: 'alerts of the monitor on simulated years with planted shocks, beside a plain rule of three deviations [--dev] [--json]', script: 'scripts/evaluate-alerts.ts' },
  blendshapes: { about: 'the blendshape student against its teacher [--data FOLDER] [--json]', script: 'models/blendshapes/evaluate.ts' },
  boundaries: { about: 'how much of what asks for a boundary is heard, and harmless lines that are taken for it, on our own sets or on --data FILE.csv [--dev] [--json]', script: 'models/boundaries/evaluate.ts' },
  entertainment: { about: 'how near simulated players are kept to the curve of an evening, and how long they are in flow, by the director, by answers alone, in a fixed order and at random [--dev] [--json]', script: 'scripts/evaluate-entertainment.ts' },
  face: { about: 'the expression head on FER+ Valid and muxspace-faces beside peers and baselines, or on --data FOLDER', script: 'models/face/evaluate.ts' },
  'face-baseline': { about: 'whether a known resting face makes the reading of a person\'s other faces righter', script: 'scripts/evaluate-face-baseline.ts' },
  'face-timeline': { about: 'what an agent believes of a film of ten expressions, drawn in docs/face-timeline.svg', script: 'scripts/evaluate-face-timeline.ts' },
  'face-peers': { about: 'which way of asking face-api and human suits each best, on the held tenth of FER+ Train', script: 'scripts/evaluate-face-peers.ts' },
  finance: { about: 'sentiment of financial news beside two lexica, on our own set or on --data FILE.csv [--dev] [--json]', script: 'scripts/evaluate-finance.ts' },
  fusion: { about: 'how near voice, face, their average and two ways of fusing come to what people see, by actor [--json]', script: 'models/fusion/evaluate.ts' },
  heads: { about: 'what 40 labels of one person are worth to the heads of face, voice and words, and how often random labels are accepted [--only SENSE] [--quick] [--json]', script: 'scripts/evaluate-heads.ts' },
  ingest: { about: 'whether a help desk without labels, whose people answer in words of their own, is told apart into what was asked [--dev] [--json]', script: 'scripts/evaluate-ingest.ts' },
  intent: { about: 'intents learnt from a few examples, on Banking77, CLINC150 and our own sets [--json]', script: 'models/intent/evaluate.ts' },
  hearing: { about: 'word errors of the recogniser on RAVDESS and on Flite\'s speech, clean and in noise, and how fast it is [--json]', script: 'scripts/evaluate-hearing.ts' },
  mouth: { about: 'how near a mouth by sound alone comes to the one by phones, for a speaker that it never heard [--json]', script: 'models/mouth/evaluate.ts' },
  portraits: { about: 'what two readers of faces that know nothing of Attune, and its own, see in the avatars\' expressions', script: 'scripts/evaluate-portraits.ts' },
  replies: { about: 'how well the ranker of replies puts them in people\'s order, beside length and chance [--json]', script: 'models/replies/evaluate.ts' },
  safety: { about: 'crises that the screen of words hears, and its false alarms, on our own sets or on --data FILE.csv [--json]', script: 'models/safety/evaluate.ts' },
  service: { about: 'a help desk learnt from Banking77, with answers of our own, and questions that it must refuse [--dev] [--json]', script: 'scripts/evaluate-service.ts' },
  social: { about: 'how turns are shared and how long it is heated in simulated groups, with the host and without; what people do is assumed [--quick] [--json]', script: 'scripts/evaluate-social.ts' },
  speech: { about: 'pitch, range, rate, level and brightness of the agent\'s voice in five affects, and how well it is understood [--tuning] [--json]', script: 'scripts/evaluate-speech.ts' },
  tutor: { about: 'exercises until simulated learners have learnt both lessons, in a fixed order, by tracing, and with feelings; and how well tracing tells their answers [--json]', script: 'scripts/evaluate-tutor.ts' },
  text: { about: 'emotion of words beside baselines, or on --data FILE.csv [--size light|full] [--json]', script: 'models/text/evaluate.ts' },
  visemes: { about: 'when the mouth shows a viseme beside when its phone starts, over 100 sentences [--json]', script: 'scripts/evaluate-visemes.ts' },
  voice: { about: 'the voice head on EmoDB by speaker and on RAVDESS, or on --data FOLDER [--json]', script: 'models/voice/evaluate.ts' },
  'voice-features': { about: 'the voice features beside Praat\'s on clips of EmoDB', script: 'scripts/evaluate-voice-features.ts' },
});
