// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { signAction, takeBackAction } from "../../actions";
import { useDesk } from "../use-desk";
import { sign } from "./sign";
import { takeBackLast } from "./take-back";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));
vi.mock("../../actions", () => ({ signAction: vi.fn(), takeBackAction: vi.fn() }));
vi.mock("@/app/ui/toast/toast", () => ({ toast: () => {} }));

/** A server that answers when it is told to, in whatever order, and knows who is signed. */
function slowServer() {
  const signed = new Set<string>();
  const backs: string[] = [];
  const open: (() => void)[] = [];
  const later = <T,>(draftId: string, data: T, change: () => void, refused = false) =>
    new Promise<ActionResult<T>>((done) =>
      open.push(() => {
        if (refused) return done({ ok: false, error: { code: "conflict", message: `${draftId} changed.` } });
        change();
        done({ ok: true, data });
      }),
    );
  return {
    signed,
    backs,
    open,
    /** One of those that wait is answered. */
    answer: (which: number) => open.splice(which % Math.max(1, open.length), 1)[0]?.(),
    sign: (draftId: string, refused: boolean) =>
      later(draftId, { draftId, hash: "", signedAt: new Date(0) }, () => signed.add(draftId), refused),
    takeBack: (draftId: string) => {
      backs.push(draftId);
      return later<void>(draftId, undefined, () => signed.delete(draftId));
    },
  };
}

const ids = Array.from({ length: 12 }, (_, at) => `d${at}`);
const rows = ids.map((id) => ({ id, name: id, subject: "", hand: null, state: "waits" as const, version: id, signedAt: null }));
const queue = { rows, waiting: rows.length } as unknown as ReviewQueue;
const viewOf = (id: string) => ({ id, hash: id, leaves: "", contact: { name: id } }) as DraftView;

beforeEach(() => vi.stubGlobal("fetch", async (address: string) => Response.json(viewOf(address.split("/").at(-1) ?? ""))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const presses = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ key: fc.constant("s" as const), refused: fc.integer({ min: 0, max: 5 }).map((die) => die === 0) }),
    },
    { weight: 3, arbitrary: fc.record({ key: fc.constant("z" as const) }) },
    { weight: 3, arbitrary: fc.record({ key: fc.constant("answer" as const), which: fc.nat(7) }) },
  ),
  { minLength: 3, maxLength: 24 },
);

test("whatever order the answers come in, ⌘Z takes back what was signed last, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(presses, async (keys) => {
      const server = slowServer();
      const refusals = new Set<string>();
      vi.mocked(signAction).mockImplementation(async (given) => {
        const { draftId } = given as { draftId: string };
        return server.sign(draftId, refusals.has(draftId));
      });
      vi.mocked(takeBackAction).mockImplementation(async (given) => server.takeBack((given as { draftId: string }).draftId));
      const view = viewOf("d0");
      const { result, unmount } = renderHook(() => useDesk({ queue, view, of: null }));
      // What a person who never waits has before their eyes: what they signed, the newest last.
      let made: string[] = [];
      const wanted: string[] = [];
      const told = new Set<string>();
      const acts: Promise<void>[] = [];
      let at = 0;
      for (const press of keys) {
        await act(async () => {
          if (press.key === "s" && at < ids.length) {
            const id = ids[at++] ?? "";
            if (press.refused) refusals.add(id);
            made.push(id);
            acts.push(sign(result.current, viewOf(id)));
          } else if (press.key === "z") {
            const last = made.pop();
            if (last) wanted.push(last);
            acts.push(takeBackLast(result.current));
          } else if (press.key === "answer") server.answer(press.which);
          for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
        });
        // What was refused leaves the list once that is known.
        for (const id of refusals) if (!result.current.isUnderWay(id)) told.add(id);
        made = made.filter((id) => !told.has(id));
      }
      await act(async () => {
        let areOver = false;
        const all = Promise.all(acts).then(() => {
          areOver = true;
        });
        while (!areOver) {
          server.answer(0);
          for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
        }
        await all;
      });
      const back = wanted.filter((id) => !refusals.has(id));
      expect(server.backs).toEqual(back);
      const stays = ids.slice(0, at).filter((id) => !refusals.has(id) && !back.includes(id));
      expect([...server.signed].sort()).toEqual(stays.sort());
      unmount();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("S S S ⌘Z ⌘Z takes back the last two, newest first, while nobody has answered yet", async () => {
  const server = slowServer();
  vi.mocked(signAction).mockImplementation(async (given) => server.sign((given as { draftId: string }).draftId, false));
  vi.mocked(takeBackAction).mockImplementation(async (given) => server.takeBack((given as { draftId: string }).draftId));
  const view = viewOf("d0");
  const { result } = renderHook(() => useDesk({ queue, view, of: null }));
  const states = () => result.current.rows.slice(0, 3).map(({ state }) => state);
  for (const id of ["d0", "d1", "d2"]) act(() => void sign(result.current, viewOf(id)));
  for (let count = 0; count < 2; count += 1) act(() => void takeBackLast(result.current));
  expect(states()).toEqual(["signing", "taking", "taking"]);
  expect(result.current.current).toBe("d1");
  expect(server.backs).toEqual([]);
  // The answers come in the other order.
  for (const which of [1, 0, 0]) {
    await act(async () => {
      server.answer(which);
      await vi.waitFor(() => expect(server.open.length).toBeGreaterThan(0));
    });
  }
  expect(server.backs).toEqual(["d2"]);
  await act(async () => {
    server.answer(0);
    await vi.waitFor(() => expect(server.backs).toEqual(["d2", "d1"]));
    server.answer(0);
    await vi.waitFor(() => expect([...server.signed]).toEqual(["d0"]));
  });
  await vi.waitFor(() => expect(states()).toEqual(["signed", "waits", "waits"]));
});
