import { parseTable, type TableOutcome } from './parse-table.ts';

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<File>) => void): void;
  postMessage(outcome: TableOutcome, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

async function open(file: File): Promise<TableOutcome> {
  return parseTable(file.name, new Uint8Array(await file.arrayBuffer()));
}

scope.addEventListener('message', ({ data }) => void open(data).catch((): TableOutcome => ({ table: null, failure: { reason: 'unreadable' } })).then((outcome) => scope.postMessage(outcome, [])));
