export { createMemory, type Memory, type MemoryOptions } from './create-memory.ts';
export { createDiary, type Diary, type DiaryOptions } from './diary.ts';
export type { CheckIn, DiaryEntry, Tried } from './diary-entry.ts';
export { MEMORY_SPANS, type MemorySpan } from './shelf.ts';
