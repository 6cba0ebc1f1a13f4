/** How a session can be taken along: as it was recorded, or replayed and written in another way. */
export const SESSION_FORMATS = ['jsonl', 'csv', 'json', 'emotionml'] as const;
export type SessionFormat = (typeof SESSION_FORMATS)[number];

export const SESSION_FILES: Readonly<Record<SessionFormat, { readonly ending: string; readonly type: string }>> = {
  jsonl: { ending: 'jsonl', type: 'application/jsonl' },
  csv: { ending: 'csv', type: 'text/csv' },
  json: { ending: 'json', type: 'application/json' },
  emotionml: { ending: 'xml', type: 'application/emotionml+xml' },
};
