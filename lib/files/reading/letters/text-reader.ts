import { isUtf8 } from "node:buffer";
import { decodeWhole } from "./decode-whole";
import { type Encoding, otherwise } from "./encodings";

const longestLine = 4 * 1024 * 1024;

/** Turns the bytes of a file into text while they come. Marks of byte order are left out; bytes that are no letter become U+FFFD, which is counted as a doubt. */
export class TextReader {
  readonly #decoder: TextDecoder;
  readonly #mixed: boolean;
  #rest: Buffer = Buffer.alloc(0);

  constructor(encoding: Encoding) {
    const other = otherwise(encoding);
    this.#mixed = other !== null;
    this.#decoder = new TextDecoder(other ?? encoding);
  }

  /** Text of the bytes so far that can be read for certain. */
  read(bytes: Uint8Array): string {
    if (!this.#mixed) return this.#decoder.decode(bytes, { stream: true });
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : Buffer.from(bytes);
    // A line without an end is not waited for.
    const end = Math.max(all.lastIndexOf(10), all.lastIndexOf(13)) + 1 || (all.length > longestLine ? all.length : 0);
    this.#rest = Buffer.from(all.subarray(end));
    return this.#byLine(all.subarray(0, end));
  }

  /** What is left at the end of the file. */
  end(): string {
    if (this.#mixed) return this.#byLine(this.#rest);
    const last = this.#decoder.decode();
    // Half a letter of UTF-16 behind the last line is no row.
    return this.#decoder.encoding.startsWith("utf-16") && last === "\ufffd" ? "" : last;
  }

  #byLine(bytes: Buffer): string {
    let text = "";
    let from = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const isEnd = bytes[at] === 10 || bytes[at] === 13;
      if (!isEnd && at < bytes.length - 1) continue;
      const line = bytes.subarray(from, at + 1);
      text += isUtf8(line) ? line.toString("utf8").replace(/^\ufeff/, "") : decodeWhole(this.#decoder, line);
      from = at + 1;
    }
    return text;
  }
}

/** The same at once. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const reader = new TextReader(encoding);
  return reader.read(bytes) + reader.end();
}
