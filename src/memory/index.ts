export { createMemory, MEMORY_SPANS, type Memory, type MemoryOptions, type MemorySpan } from './create-memory.ts';
