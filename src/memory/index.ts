export { createMemory, type Memory, type MemoryOptions } from './create-memory.ts';
export { createDiary, type Diary, type DiaryOptions } from './diary.ts';
export type { CheckIn, DiaryEntry, Tried } from './diary-entry.ts';
export { createNotebook, NOTE_KINDS, type Note, type Notebook, type NotebookOptions, type NoteKind } from './notebook.ts';
export { MEMORY_SPANS, type MemorySpan } from './shelf.ts';
