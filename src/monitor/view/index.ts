/** What a page needs to show opinion over time: series, alerts and texts as they are asked for, marks in texts, and a briefing in words. Pure; the pipeline itself runs in Node. */
export type { Alert } from '../alerts/alert.ts';
export { findAlerts } from '../alerts/find-alerts.ts';
export type { Bucket } from '../bucket.ts';
export { alertSentence, levelWord, spanWords } from './alert-words.ts';
export { bandOf } from './band-of.ts';
export { type Briefing, type BriefingFacts, type BriefingLine, briefingOf, type BriefingTone } from './briefing.ts';
export { type MarkedPart, markText } from './mark-text.ts';
export {
  filters, type MonitorView, NO_FILTER, type SeriesAnswer, stepFor, type TextsPage, type TextsQuery, type ViewEntity, type ViewFilter, type ViewOverview, type ViewSeries, type ViewText,
} from './monitor-view.ts';
export { TOPIC_NAMES } from '../topics.ts';
