import type { AgentEvent, Clock, SignalSink, SignalSource } from '../core/index.ts';

/** One camera or microphone for several agents. */
export interface SharedSource {
  /**
   * A source for one of the agents: `agent.attach(shared.for(() => ...))`. The device opens with the first that is started, and closes
   * with the last that is stopped.
   *
   * @param addressed whether the player speaks to this agent. Everybody sees and hears how the player is; what the player says goes only to
   *   those whom they spoke to when they began, and is answered by them
   */
  for(addressed?: () => boolean): SignalSource;
}

interface Member {
  readonly sink: SignalSink;
  readonly addressed: () => boolean;
}

/** Shares a source among agents, which must have one clock. */
export function shareSource(source: SignalSource): SharedSource {
  const members = new Set<Member>();
  /** What was last told of the sense, for those who come later. */
  let status: Extract<AgentEvent, { type: 'sense' }> | null = null;
  /** Who is spoken to, by speech. */
  let spokenTo: { readonly id: string; readonly sinks: readonly SignalSink[] } | null = null;
  let running: Promise<void> | null = null;

  const sink: SignalSink = {
    event(event) {
      if (event.type === 'sense') status = event;
      for (const member of members) member.sink.event(event);
    },
    words(words) {
      if (spokenTo?.id !== words.id) spokenTo = { id: words.id, sinks: [...members].flatMap((member) => (member.addressed() ? [member.sink] : [])) };
      for (const each of spokenTo.sinks) each.words(words);
    },
    looking() {
      const looks = [...members].flatMap((member) => (member.addressed() ? [member.sink.looking?.() ?? null] : []));
      return looks.includes(true) ? true : looks.includes(false) ? false : null;
    },
    problem(problem) {
      // One device has one problem, however many listen to it.
      [...members][0]?.sink.problem(problem);
    },
  };

  return {
    for(addressed = () => true) {
      let member: Member | null = null;
      return {
        sense: source.sense, ...(source.parts && { parts: source.parts }),
        ...(source.parts && { parts: source.parts }),
        async start(clock: Clock, own: SignalSink) {
          if (member) return;
          member = { sink: own, addressed };
          members.add(member);
          if (running && status) own.event({ ...status, at: clock.now() });
          running ??= source.start(clock, sink);
          await running;
        },
        async stop() {
          if (!member) return;
          const leaving = member;
          member = null;
          if (members.size > 1) {
            members.delete(leaving);
            if (status) leaving.sink.event({ ...status, status: 'off', problem: null });
            return;
          }
          running = null;
          await source.stop();
          members.delete(leaving);
          if (members.size === 0) status = spokenTo = null;
        },
      };
    },
  };
}
