import { describe, expect, test } from "vitest";
import type { ListedThread } from "@/lib/threads/thread";
import { countNew } from "./count-new";
import { holdList } from "./hold-list";

const row = (id: string, at: string, unread = false) => ({ id, at, unread }) as ListedThread;
const list = (rows: ListedThread[], earlier: ListedThread[] = [], next: string | null = null) => ({ rows, earlier, next });
const ids = ({ rows }: { rows: ListedThread[] }) => rows.map(({ id }) => id).join("");
const [a, b, c] = [row("a", "12:29", true), row("b", "11:46", true), row("c", "10:28")] as const;
const shown = list([a, b, c]);

describe("a list that is looked at", () => {
  test("keeps the order it was read in when somebody reads along in it", () => {
    const read = list([b, row("a", "12:29"), c]);
    expect(ids(holdList(shown, read, false))).toBe("abc");
    expect(holdList(shown, read, false).rows[0]?.unread).toBe(false);
  });
  test("takes what came on top, and whoever wrote again with it, where nobody points at it", () => {
    expect(ids(holdList(shown, list([row("n", "12:40"), row("c", "12:35"), a, b]), false))).toBe("ncab");
  });
  test("lets nothing come, go or rise under the pointer, and counts what is new", () => {
    const latest = list([row("n", "12:40"), row("c", "12:35"), a], [b]);
    const held = holdList(shown, latest, true);
    expect(ids(held)).toBe("abc");
    expect(held.earlier).toEqual([]);
    expect(countNew(held, latest)).toBe(2);
    expect(ids(holdList(held, latest, false))).toBe("nca");
  });
  test("loses what is done, but nothing that lies behind the page that was read", () => {
    expect(ids(holdList(shown, list([a, c]), false))).toBe("ac");
    expect(ids(holdList(shown, list([a, b], [], "more"), false))).toBe("abc");
  });
});
