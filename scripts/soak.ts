import { runChoice } from './choose.ts';

/** `npm run soak -- NAME`: long runs of simulated or recorded input through the very code of the browser. */

await runChoice('soak', {
  echo: { about: 'the agent\'s own speech comes back into the microphone: self-turns, and players who talk over it [--seed N] [--minutes N] [--trials N] [--only 10|20|30] [--music PERCENT [--through 1]]', script: 'scripts/soak-echo.ts' },
  preflight: { about: 'changed avatars through what judges files of strangers: crashes, hangs, requests, memory, and agreement with the glTF validator [--count N] [--seed N] [--loads N]', script: 'scripts/soak-preflight.ts' },
  torture: { about: 'agents in a hall for simulated days, while everything breaks that they depend on: what must hold at every step, and how long recovery takes [--hours N, 24] [--seeds N, 20] [--jobs N] [--share PERCENT] | [--seed N [--until SECONDS]]', script: 'scripts/soak-torture.ts' },
  fuzz: { about: 'what strangers may have written, changed by its structure, into everything that reads it: logs, files, configuration, words, language models [--minutes N, 5] [--seed N] [--only NAME]', script: 'scripts/soak-fuzz.ts' },
  hearing: { about: 'speech starts and ends against the energy of RAVDESS\' clips, and minutes of silence and noise [--speakers odd|even|all]', script: 'scripts/soak-hearing.ts' },
  speech: { about: '200 sentences cut off at random points in Chromium: stalls, leaks and clicks [--count N]', script: 'scripts/soak-speech.ts' },
  kiosk: { about: 'the built kiosk before a fake camera that alternates visitor and empty, in real time: restarts, growth, what is left of visitors [--minutes N, 80]', script: 'scripts/soak-kiosk.ts' },
  monitor: { about: 'the monitor as several processes on a real Redis, which are killed, as Redis is, while a disk fills and messages are broken; compared to the row with one process [--messages N, 100000] [--kills N, 20] [--seed N]', script: 'scripts/soak-monitor.ts' },
  'hearing-page': { about: 'the same edges of speech in Chromium, where a fake microphone plays the clips [--clips N] [--from N]', script: 'scripts/soak-hearing-page.ts' },
});
