import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a server does with a request; `tries` counts from 1. */
export type Script = (response: ServerResponse, tries: number, request: IncomingMessage) => void | Promise<void>;

export interface ScriptedServer {
  readonly origin: string;
  /** The body of every request, in order. */
  readonly bodies: { readonly messages: readonly { readonly role: string; readonly content: string }[]; readonly tools?: readonly unknown[] }[];
  /** How many connections ended before their answer did. */
  readonly broken: number;
  close(): Promise<void>;
}

/** A server for chat completions that does what a test tells it to. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const bodies: ScriptedServer['bodies'][number][] = [];
  let broken = 0;
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) broken += 1;
    });
    void text(request).then((body) => {
      bodies.push(JSON.parse(body) as ScriptedServer['bodies'][number]);
      return script(response, bodies.length, request);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies,
    get broken() {
      return broken;
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

export const chunk = (delta: unknown, finish: string | null = null): string => `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

export const END = `${chunk({}, 'stop')}data: [DONE]\n\n`;

export function stream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
}

/** Says a text, a few characters at a time, as models do. */
export function sayAll(response: ServerResponse, words: string): void {
  stream(response);
  for (let at = 0; at < words.length; at += 5) response.write(chunk({ content: words.slice(at, at + 5) }));
  response.end(END);
}
