/** Opinion monitoring, for Node: what documents say of those on a watch list, kept in a store that only grows, and what is unusual in it. */
export { createDocumentAnalyser, type DocumentAnalyser, type DocumentReaders } from './analyse-document.ts';
export { batches } from './batches.ts';
export { type MonitorDocument, readDocument } from './document.ts';
export { parseWatchList, type WatchedEntity } from './watch-list.ts';
export type { Alert } from './alerts/alert.ts';
export { findAlerts } from './alerts/find-alerts.ts';
export { settleAndAlert } from './alerts/settle-and-alert.ts';
export { type MonitorStore, openMonitorStore, type Progress, type StoredMention } from './store/open-store.ts';
export { createStoreView, ENTITIES_FACT } from './store/view-store.ts';
export type { MonitorView } from './view/monitor-view.ts';
