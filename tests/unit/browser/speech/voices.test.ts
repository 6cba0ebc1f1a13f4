import { afterEach, vi } from 'vitest';
import { createBrowserSpeech } from '../../../../src/browser/speech/browser/browser-speech.ts';
import { createFliteSpeech } from '../../../../src/browser/speech/flite-speech.ts';
import { createFakeSpeech } from '../../../../src/testing/index.ts';
import { createAudioHere } from './audio-here.ts';
import { stubFliteWorkers } from './flite-here.ts';
import { stubSynthesis, voiceHere } from './synthesis-here.ts';
import { describeVoice } from './voice-contract.ts';

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
