/** How the parts are doing that a meeting depends on. */
export const health = {
  title: 'How it all runs',
  parts: {
    camera: 'Camera', face: 'Reading of the face', microphone: 'Microphone', voice: 'Reading of the voice', hearing: 'Making out words', text: 'Reading of words', speech: 'Voice of the character', sound: 'Sound', picture: 'Picture',
  },
  conditions: { off: 'off', starting: 'starting', running: 'running', restarting: 'starting again', degraded: 'limited', failed: 'stopped' },
  restarts_one: '{{condition}}, {{count}} restart', restarts_other: '{{condition}}, {{count}} restarts',
  again: '{{part}}: stopped for a moment and is starting again. Everything else goes on.',
  waits: '{{part}}: {{why}}',
};
