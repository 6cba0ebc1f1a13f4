/** What financial news means for whoever holds an entity: positive, neutral or negative, of a text as a whole or towards one name in it. */
export { type About, createFinanceReader, type FinanceReader, type FinanceReading } from './create-finance-reader.ts';
export { createFullFinanceReader, type FullFinanceReader } from './create-full-finance-reader.ts';
export type { FinanceLanguage } from './find-cues.ts';
