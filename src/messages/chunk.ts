import type { Chunk, Message } from './message.ts';

/** Parts messages into chunks of `size`, in order: the same messages always give the same chunks. */
export function chunk(messages: readonly Message[], size: number): readonly Chunk[] {
  return Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => ({
    number: index + 1,
    messages: messages.slice(index * size, (index + 1) * size),
  }));
}
