import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { isShared } from "../../columns/people/shared-names";
import { isThrowAway } from "../../columns/people/throw-away";
import { AppError } from "../../errors/app-error";
import { normalAddress } from "../../mail/address";
import { checkAddress } from "../../mail/check-address";
import { soundAddress } from "../../mail/sound-address";
import type { CountedFile } from "./counted-file";

/** So many addresses are asked for at once. */
const atOnce = 5000;
const firstRows = 20;
/** So many are remembered in some 300 MB; a set of JavaScript’s ends at sixteen million. */
const mostRows = 10_000_000;

/**
 * Counts, address by address, how many of a file are new, known and unusable. Whom it has seen it keeps as a number each, so that a file of millions
 * is counted in little memory.
 */
export class AddressCounter {
  readonly #seen = new Set<number>();
  readonly #people = new Set<string>();
  readonly #knownFirst: string[] = [];
  readonly #first = new Set<string>();
  #waiting: string[] = [];
  #rows = 0;
  #fresh = 0;
  #out = 0;
  #shared = 0;
  #throwAway = 0;

  constructor(
    readonly scope: Scope,
    readonly column: number,
  ) {}

  /** @param address of a row; empty where it has none, null where it may not be mailed. */
  async take(address: string | null): Promise<void> {
    this.#rows += 1;
    if (address === null) this.#out += 1;
    if (this.#rows > mostRows) throw new AppError("invalid", `The file has more than ${mostRows.toLocaleString("en")} rows.`);
    if (address === null || checkAddress(address) !== null) return;
    const normed = normalAddress(soundAddress(address));
    const number = numberOf(normed);
    if (this.#seen.has(number)) return;
    this.#seen.add(number);
    if (isShared(normed)) this.#shared += 1;
    if (isThrowAway(normed)) this.#throwAway += 1;
    if (this.#rows <= firstRows) this.#first.add(normed);
    this.#waiting.push(normed);
    if (this.#waiting.length === atOnce) await this.#ask();
  }

  async counts(lines: number): Promise<CountedFile> {
    await this.#ask();
    const { column } = this;
    const known = this.#people.size;
    // Two addresses of one person are one person: the second row is refused.
    return {
      rows: this.#rows,
      lines,
      column,
      fresh: this.#fresh,
      known,
      refused: this.#rows - this.#fresh - known,
      out: this.#out,
      shared: this.#shared,
      throwAway: this.#throwAway,
      knownFirst: this.#knownFirst,
    };
  }

  async #ask(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    if (asked.length === 0) return;
    const found = await withTeam(this.scope, (tx) =>
      readRows<{ email: string; contactId: string }>(
        tx,
        sql`select a.address_norm as email, a.contact_id as "contactId" from contact_addresses a where a.address_norm = any(${sql.param(asked)}::text[])`,
      ),
    );
    this.#fresh += asked.length - found.length;
    for (const { email, contactId } of found) {
      this.#people.add(contactId);
      if (this.#first.has(email)) this.#knownFirst.push(email);
    }
  }
}

/** A number for a text, of 53 bits: of two million texts two have the same once in four thousand files. */
function numberOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
