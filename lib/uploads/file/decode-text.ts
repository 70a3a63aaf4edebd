import { isAscii, isUtf8 } from "node:buffer";
import { AppError } from "../../errors/app-error";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Turns the bytes of a file into text while they come: UTF-8 with or without a mark, UTF-16 with one as Excel writes it, else
 * Windows-1252. As long as all bytes are ASCII both readings agree, so the choice is made at the first that are not.
 */
export class TextReader {
  encoding: Encoding = "utf-8";
  #decided = false;
  #started = false;
  #rest: Buffer = Buffer.alloc(0);
  #decoder: TextDecoder | null = null;

  /** Text of the bytes so far that can be read for certain. @throws AppError "invalid" for a file that is damaged. */
  read(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    let all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : Buffer.from(bytes);
    if (!this.#started) {
      if (all.length < 3) {
        this.#rest = all;
        return "";
      }
      this.#started = true;
      if (all[0] === 0xff && all[1] === 0xfe) return this.#turnTo("utf-16le", all.subarray(2), true);
      if (all[0] === 0xfe && all[1] === 0xff) return this.#turnTo("utf-16be", all.subarray(2), true);
      if (all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf) {
        this.#decided = true;
        all = all.subarray(3);
      }
    }
    const end = all.length - unfinished(all);
    const sure = all.subarray(0, end);
    if (!isUtf8(sure)) {
      if (this.#decided) throw damaged();
      return this.#turnTo("windows-1252", all, true);
    }
    if (!isAscii(sure)) this.#decided = true;
    this.#rest = Buffer.from(all.subarray(end));
    return sure.toString("utf8");
  }

  /** What is left at the end of the file. */
  end(): string {
    if (this.#decoder) return this.#decoder.decode();
    if (this.#rest.length === 0) return "";
    if (isUtf8(this.#rest)) return this.#rest.toString("utf8");
    if (this.#decided) throw damaged();
    return this.#turnTo("windows-1252", this.#rest, false);
  }

  #turnTo(encoding: Encoding, bytes: Uint8Array, stream: boolean): string {
    this.encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
    return this.#decoder.decode(bytes, { stream });
  }
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function damaged(): AppError {
  return new AppError(
    "invalid",
    "Some letters of this file cannot be read. Save it once more as CSV in UTF-8. Nothing was kept.",
  );
}
