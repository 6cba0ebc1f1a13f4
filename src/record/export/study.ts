import type { SessionTrace } from '../trace.ts';

/** What is known of the study that a session was part of, as named values: its condition, and the scores of its questionnaires. Empty outside of one. */
export function studyOf({ study }: SessionTrace): { readonly name: string; readonly value: string }[] {
  if (!study) return [];
  return [
    ...(study.condition === null ? [] : [{ name: 'study_condition', value: study.condition }]),
    ...Object.entries(study.answers).flatMap(([questionnaire, { scores }]) =>
      Object.entries(scores).map(([score, value]) => ({ name: `${questionnaire}_${score.replaceAll('-', '_')}`, value: value === null ? '' : String(value) })),
    ),
  ];
}
