import { count } from '../text.ts';
import type { Chunk, Message } from './message.ts';

/** Splits messages into chunks of `size`, in order. The same messages always give the same chunks. */
export function chunk(messages: readonly Message[], size: number): readonly Chunk[] {
  return Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => ({
    number: index + 1,
    messages: messages.slice(index * size, (index + 1) * size),
  }));
}

/** The description of a chunk in the log. */
export function describeChunk({ number, messages }: Chunk, chunks: number): string {
  return `Chunk ${number} of ${chunks} (${count(messages.length, 'message')})`;
}
