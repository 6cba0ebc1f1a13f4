import { afterEach, vi } from 'vitest';
import { createEndpointSpeech } from '../../../../src/browser/speech/endpoint/endpoint-speech.ts';
import { createEspeakSpeech } from '../../../../src/browser/speech/espeak/espeak-speech.ts';
import { createKokoroSpeech } from '../../../../src/browser/speech/kokoro/kokoro-speech.ts';
import { createBrowserSpeech } from '../../../../src/browser/speech/browser/browser-speech.ts';
import { createFliteSpeech } from '../../../../src/browser/speech/flite-speech.ts';
import { createFakeSpeech } from '../../../../src/testing/index.ts';
import { createAudioHere } from './audio-here.ts';
import { sayEspeakHere, sayKokoroHere, stubSpeechServer } from './engines-here.ts';
import { stubFliteWorkers } from './flite-here.ts';
import { stubSynthesis, voiceHere } from './synthesis-here.ts';
import { describeVoice } from './voice-contract.ts';
import { stubWorkers } from './workers-here.ts';

afterEach(() => vi.unstubAllGlobals());

describeVoice('the fake', () => ({ voice: createFakeSpeech() }));
describeVoice('Flite in its worker', () => {
  stubFliteWorkers();
  const audio = createAudioHere();
  return { voice: createFliteSpeech({ audio }), leftOver: audio.connected };
});
describeVoice('the browser\'s own', () => {
  stubSynthesis([voiceHere('Ada', 'en-US'), voiceHere('Mei', 'zh-CN')]);
  return { voice: createBrowserSpeech() };
});
describeVoice('the browser\'s own, which tells no words', () => {
  stubSynthesis([voiceHere('Mei', 'zh-CN')]).tellsWords = false;
  return { voice: createBrowserSpeech() };
});
describeVoice('eSpeak NG in its worker', () => {
  stubWorkers({ 'attune-espeak': sayEspeakHere });
  const audio = createAudioHere();
  return { voice: createEspeakSpeech({ audio, url: '/espeak/espeak-ng.js' }), leftOver: audio.connected };
});
describeVoice('a speech endpoint', () => {
  stubSpeechServer();
  const audio = createAudioHere();
  return { voice: createEndpointSpeech({ audio, url: '/v1/audio/speech', languages: ['en', 'zh'] }), leftOver: audio.connected };
});
for (const tellsDurations of [true, false]) {
  describeVoice(`Kokoro in its worker, ${tellsDurations ? 'with' : 'without'} timestamps`, () => {
    stubWorkers({ 'attune-kokoro': sayKokoroHere(tellsDurations) });
    stubSpeechServer();
    const audio = createAudioHere();
    const phonemizer = { phonemes: (text: string) => 'mˈɑ sO '.repeat(Math.ceil(text.length / 12)) };
    return { voice: createKokoroSpeech({ audio, model: '/kokoro/', phonemizer }), leftOver: audio.connected };
  });
}
