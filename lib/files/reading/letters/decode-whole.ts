/** A text at once. By a stream, for Node 20 reads bytes 80 to 9F of Windows-1252 as control characters where it is asked for all at once (nodejs/node#56542). */
export function decodeWhole(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
