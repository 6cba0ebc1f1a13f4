import { type Alert, bandOf, type MonitorView, NO_FILTER, type ViewFilter, type ViewOverview, type ViewText } from 'attune/monitor';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Drawn } from './chart/draw-chart.ts';
import { firstFrom } from './chart/draw-chart.ts';
import { createPainter, type Painter } from './chart/painter.ts';
import { createTimeWindow, type Stretch, type TimeWindow } from './chart/time-window.ts';

/** What texts are asked for: those of a stretch, or of an alert. */
export interface Picked extends Stretch {
  readonly entity: string;
  readonly alert: Alert | null;
}

export interface MonitoringState {
  /** Null until it came. */
  readonly overview: ViewOverview | null;
  /** Why nothing can be shown, as a technical sentence. */
  readonly fault: string | null;
  readonly shown: readonly string[];
  readonly filter: ViewFilter;
  /** What is drawn, by entity, and how long a stretch of it is, in milliseconds. */
  readonly series: ReadonlyMap<string, Drawn>;
  readonly step: number;
  /** Null until they came. */
  readonly alerts: readonly Alert[] | null;
  readonly picked: Picked | null;
  readonly texts: readonly ViewText[];
  /** How many there are; null while they are asked for. */
  readonly total: number | null;
  /** Whether the server that tells what is new is heard. */
  readonly heard: boolean;
  /** Alerts that came while the page was open. */
  readonly fresh: readonly string[];
}

/** All that the page shows, and what can be done with it. */
export interface Monitoring {
  readonly view: MonitorView;
  readonly state: StoreApi<MonitoringState>;
  readonly time: TimeWindow;
  readonly painter: Painter;
  begin(): Promise<void>;
  /** Asks again for what there is. */
  renew(): Promise<void>;
  show(entities: readonly string[]): void;
  filter(change: Partial<ViewFilter>): void;
  /** The stretch of an entity's series in which a moment lies, or the nearest one. */
  pickAt(entity: string, at: number): void;
  pickAlert(alert: Alert): void;
  unpick(): void;
  /** More of the same texts. */
  more(): void;
  heard(heard: boolean): void;
  /** The charts are so wide now, in pixels. */
  measure(width: number): void;
}

/** A stretch is at least so many pixels wide, or neighbours could not be told apart. */
const WIDE = 2;
/** There are as few as that where little is said: a stretch should hold some mentions. */
const FEWEST = 96;
const MENTIONS = 4;
/** Beside the window, so much of its length is fetched to both sides, so that it can be moved. */
const BESIDE = 0.5;
/** After the last move, in milliseconds. */
const REST = 120;
/** Entities that are shown at first. */
const SHOWN = 6;
const PAGE = 20;

export function createMonitoring(view: MonitorView): Monitoring {
  const time = createTimeWindow();
  const painter = createPainter();
  const state = createStore<MonitoringState>(() => ({
    overview: null, fault: null, shown: [], filter: NO_FILTER, series: new Map(), step: 60_000, alerts: null, picked: null, texts: [], total: null, heard: false, fresh: [],
  }));
  const tell = (thrown: unknown): void => state.setState({ fault: thrown instanceof Error ? thrown.message : String(thrown) });
  const inTime = latest(tell);
  const forTexts = latest(tell);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loaded: Stretch & { readonly length: number } | null = null;
  let wanted = 0;
  let width = 800;

  /** About how many stretches there should be in a part of the time, by how wide the charts are and by what is known of how much is said. */
  function pointsFor(length: number, window: number): number {
    const { series } = state.getState();
    const most = (width / WIDE) * (length / window);
    if (!loaded || series.size === 0) return Math.ceil(most);
    const each = [...series.values()].reduce((sum, { volume }) => sum + volume.reduce((all, count) => all + count, 0), 0) / series.size;
    return Math.ceil(Math.min(most, Math.max(FEWEST * (length / window), (each / Math.max(1, loaded.to - loaded.from)) * length / MENTIONS)));
  }

  async function loadSeries(): Promise<void> {
    const { shown, filter, overview } = state.getState();
    if (!overview?.extent) return;
    const { window: { from, to }, whole } = time.view.getState();
    const length = to - from;
    const range = { from: Math.max(whole.from, from - BESIDE * length), to: Math.min(whole.to, to + BESIDE * length) };
    const answer = await view.series(shown, range.from, range.to, pointsFor(range.to - range.from, length), filter);
    loaded = { ...range, length };
    state.setState({ step: answer.step * 60_000, series: new Map(answer.series.map((each) => [each.entity, { ...each, ...bandOf(each) }])) });
  }

  /** Loads anew after a rest; what comes too late for a newer wish is thrown away. */
  function reload(after = REST): void {
    clearTimeout(timer);
    timer = setTimeout(() => inTime(loadSeries), after);
  }

  function askTexts(offset: number): void {
    const { picked, shown, filter, texts } = state.getState();
    const { window } = time.view.getState();
    wanted += 1;
    const mine = wanted;
    if (offset === 0) state.setState({ total: null });
    forTexts(async () => {
      const page = await view.texts({
        entities: picked ? [picked.entity] : shown, from: picked?.from ?? window.from, to: picked?.to ?? window.to, filter: picked?.alert ? NO_FILTER : filter,
        ...(picked?.alert && { ids: picked.alert.documents }), order: picked ? 'clearest' : 'newest', offset, limit: PAGE,
      });
      if (mine === wanted) state.setState({ texts: offset === 0 ? page.texts : [...texts, ...page.texts], total: page.total });
    });
  }

  function pick(picked: Picked | null): void {
    state.setState({ picked });
    askTexts(0);
  }

  async function renew(): Promise<void> {
    const overview = await view.overview();
    const { shown, overview: known } = state.getState();
    state.setState({ overview, fault: null, shown: known ? shown : overview.entities.slice(0, SHOWN).map(({ id }) => id) });
    if (overview.extent) time.grow(overview.extent);
    await loadSeries();
    // What is drawn need not wait for them.
    const alerts = await view.alerts();
    state.setState(({ alerts: before, fresh }) => ({ alerts, fresh: before === null ? fresh : [...fresh, ...alerts.filter(({ id }) => before.every((each) => each.id !== id)).map(({ id }) => id)] }));
  }

  time.view.subscribe(({ window }, before) => {
    painter.refresh();
    if (window === before.window) return;
    const length = window.to - window.from;
    const isCovered = loaded !== null && window.from >= loaded.from && window.to <= loaded.to && Math.abs(length / loaded.length - 1) < 0.01;
    if (!isCovered) reload();
  });
  state.subscribe(painter.refresh);

  return {
    view, state, time, painter,
    async begin() {
      try {
        await renew();
        askTexts(0);
      } catch (thrown) {
        tell(thrown);
      }
    },
    renew: () => renew().catch(tell),
    show(shown) {
      state.setState({ shown });
      reload(0);
      askTexts(0);
    },
    filter(change) {
      state.setState(({ filter }) => ({ filter: { ...filter, ...change }, picked: null }));
      reload(0);
      askTexts(0);
    },
    pickAt(entity, at) {
      const { series, step } = state.getState();
      const own = series.get(entity);
      if (!own || own.at.length === 0) return;
      const behind = Math.min(own.at.length - 1, firstFrom(own.at, at - step / 2));
      const before = Math.max(0, behind - 1);
      const distance = (i: number): number => Math.abs(own.at[i]! + step / 2 - at);
      const from = own.at[distance(before) < distance(behind) ? before : behind]!;
      pick({ entity, from, to: from + step, alert: null });
    },
    pickAlert: (alert) => pick({ entity: alert.entity, from: alert.onsetAt, to: Math.max(alert.noticedAt, alert.onsetAt + 1), alert }),
    unpick: () => pick(null),
    more: () => askTexts(state.getState().texts.length),
    heard: (heard) => state.setState({ heard }),
    measure(next) {
      const isOther = Math.abs(next / width - 1) > 0.2;
      width = next;
      if (isOther && loaded) reload();
    },
  };
}

/** Runs one thing after the other; of those that wait only the newest is run. */
function latest(onFault: (thrown: unknown) => void): (work: () => Promise<void>) => void {
  let running = false;
  let next: (() => Promise<void>) | null = null;
  const run = async (): Promise<void> => {
    running = true;
    while (next) {
      const work = next;
      next = null;
      await work().catch(onFault);
    }
    running = false;
  };
  return (work) => {
    next = work;
    if (!running) void run();
  };
}
