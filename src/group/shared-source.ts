import type { AgentEvent, Clock, HeardWords, SignalSink, SignalSource } from '../core/index.ts';

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
  /** Who closes the device, and still hears how that goes. */
  let closing: Member | null = null;

  // What comes may be anything: each agent checks it at its own border.
  const sink: SignalSink = {
    event(event: AgentEvent | null) {
      if (event?.type === 'sense') status = event;
      for (const member of closing ? [closing, ...members] : members) member.sink.event(event as AgentEvent);
    },
    words(words: HeardWords | null) {
      if (!words) return;
      if (!spokenTo || spokenTo.id !== words.id) spokenTo = { id: words.id, sinks: [...members].flatMap((member) => (member.addressed() ? [member.sink] : [])) };
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

  /** One that does not start is tried again by whoever comes next. */
  function begin(clock: Clock): Promise<void> {
    const mine = (async () => source.start(clock, sink))();
    mine.catch(() => {
      if (running === mine) running = null;
    });
    return mine;
  }

  return {
    for(addressed = () => true) {
      let member: Member | null = null;
      return {
        sense: source.sense,
        ...(source.parts && { parts: source.parts }),
        async start(clock: Clock, own: SignalSink) {
          if (member) return;
          member = { sink: own, addressed };
          members.add(member);
          if (running && status) own.event({ ...status, at: clock.now() });
          running ??= begin(clock);
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
          // A device that does not stop, or not well, keeps nobody: who comes next opens it anew.
          members.delete(leaving);
          closing = leaving;
          try {
            await source.stop();
          } finally {
            if (closing === leaving) closing = null;
            if (members.size === 0) status = spokenTo = null;
          }
        },
      };
    },
  };
}
