import type { Seconds } from '../../core/index.ts';
import type { SessionSummary } from '../../record/index.ts';

/** A session in a few lines for a terminal. */
export function describeSession(file: string, summary: SessionSummary, speed: number): string {
  const { affect, conflicts, player, agent, visitors, senses } = summary;
  const rows: readonly (readonly [string, string])[] = [
    ['Session', `${file}: ${time(summary.duration)}, ${summary.events} events`],
    ['Replay', `${faithful(summary)}; ${speed >= 10 ? Math.round(speed) : speed.toFixed(1)} times faster than real time`],
    ...Object.entries(senses).flatMap(([sense, { live, signals, quality }]): [string, string][] =>
      (live > 0 || signals > 0 ? [[sense, `live for ${time(live)}, ${signals} observations${quality === null ? '' : ` of quality ${quality.toFixed(2)}`}`]] : [])),
    ['Phases', list(summary.phases, time)],
    ['Categories', list(summary.categories, time)],
    ['Episodes', list(summary.episodes, String)],
    ['Affect', affect
      ? `${(['valence', 'arousal', 'dominance'] as const).map((axis) => `${axis} ${affect[axis]?.toFixed(2) ?? 'unknown'}`).join(', ')} on average, certainty ${affect.certainty.toFixed(2)}`
      : 'unknown: the player was never followed'],
    ['Conflicts', conflicts.strongest
      ? `${conflicts.count}, ${time(conflicts.time)} in all; strongest ${conflicts.strongest.degree.toFixed(2)} at ${time(conflicts.strongest.start)}, between ${conflicts.strongest.between.join(' and ')}`
      : 'none'],
    ['Player', `spoke for ${time(player.speaking)}, ${player.messages} messages, ${player.reports} reports of their own`],
    ['Said', list(agent.acts, String)],
    ['Utterances', list(agent.outcomes, String)],
    ['Gestures', list(agent.gestures, String)],
    ...(visitors.length > 0 ? [['Visitors', `changed at ${visitors.map(time).join(', ')}`] as const] : []),
  ];
  return rows.map(([name, value]) => `${name.padEnd(11)}${value}`).join('\n');
}

function faithful({ exactness, missingNet, cut }: SessionSummary): string {
  const same = !exactness
    ? 'the log holds no cues to compare with'
    : exactness.differs
      ? `differs from what was recorded from cue ${exactness.differs.cue} on, at ${time(exactness.differs.at)}; the recording began late, or another version of Attune made it`
      : `identical to what was recorded, all ${exactness.recorded} cues`;
  return [same, ...(missingNet === null ? [] : [`without the fusion net ${missingNet}, so face and voice were weighted`]), ...(cut ? ['the log breaks off in its last line, and was read up to there'] : [])].join('; ');
}

/** The most first. */
function list(values: Readonly<Record<string, number | undefined>>, show: (value: number) => string): string {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])).sort((a, b) => b[1] - a[1]).map(([name, value]) => `${name} ${show(value)}`).join(', ') || 'none';
}

function time(seconds: Seconds): string {
  const tenths = Math.round(10 * seconds) / 10;
  const [hours, minutes] = [Math.floor(tenths / 3600), Math.floor((tenths % 3600) / 60)];
  const rest = `${Math.round(10 * (tenths % 60)) / 10} s`;
  return hours > 0 ? `${hours} h ${minutes} min ${rest}` : minutes > 0 ? `${minutes} min ${rest}` : rest;
}
