// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mailOf, viewOf } from "../testing/letter-views";
import { formOf } from "./form-of";
import { useLetter } from "./use-letter";
import { useOwnText } from "./use-own-text";

const asked = vi.hoisted(() => ({ edit: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("../actions", () => ({ editOwnTextAction: asked.edit, saveLetterAction: vi.fn(), readLetterAction: vi.fn() }));
vi.mock("@/app/ui/toast/toast", () => ({ toast: vi.fn() }));

const becky = mailOf("Becky", { isOwn: true });
const kept = { ok: true, data: viewOf([mailOf("Becky", { isOwn: true, hash: "of the last words" })]) };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.resetAllMocks();
});

function page() {
  const served = viewOf([becky]);
  const letter = renderHook(() => useLetter({ letterId: "letter", served, start: formOf(served) })).result;
  const own = renderHook(() => useOwnText(becky, letter.current));
  const type = (body: string) => act(() => own.result.current.change({ body }));
  return { letter, type, leave: own.unmount };
}

test("the letter is settled once the last words for one person alone are kept, and is then the one with them", async () => {
  asked.edit.mockResolvedValue(kept);
  const { letter, type } = page();
  type("<p>Last words</p>");
  expect(await act(() => letter.current.settled())).toBe(true);
  expect(asked.edit).toHaveBeenCalledTimes(1);
  expect(letter.current.newest()?.mails[0]?.hash).toBe("of the last words");
});

test("it is not settled while they are refused, nor before the answer for an editor that has been left", async () => {
  asked.edit.mockResolvedValueOnce({ ok: false, error: { code: "conflict", message: "Changed elsewhere." } });
  const { letter, type, leave } = page();
  type("<p>Refused</p>");
  expect(await act(() => letter.current.settled())).toBe(false);
  let answer = (_: typeof kept) => {};
  asked.edit.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  type("<p>Last words</p>");
  act(() => leave());
  const settled = letter.current.settled();
  await act(async () => answer(kept));
  expect(await settled).toBe(true);
});

test.each([
  ["nobody answers", () => Promise.reject(new Error("no network"))],
  ["the database is away", async () => ({ ok: false, error: { code: "unexpected", message: "It went wrong." } })],
])("where %s it is not settled, after one try and not fifty", async (_, edit) => {
  asked.edit.mockImplementation(edit);
  const { letter, type } = page();
  type("<p>Last words</p>");
  expect(await act(() => letter.current.settled())).toBe(false);
  expect(asked.edit).toHaveBeenCalledOnce();
});
