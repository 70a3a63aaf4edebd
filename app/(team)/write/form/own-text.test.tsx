// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { toast } from "@/app/ui/toast/toast";
import { formOf } from "../state/form-of";
import { useLetter } from "../state/use-letter";
import { mailOf, viewOf } from "../testing/letter-views";
import { OwnText } from "./own-text";

const asked = vi.hoisted(() => ({ edit: vi.fn(), drop: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("../actions", () => ({
  editOwnTextAction: asked.edit,
  dropOwnTextAction: asked.drop,
  saveLetterAction: vi.fn(),
  readLetterAction: vi.fn(),
}));
vi.mock("@/app/ui/toast/toast", () => ({ toast: vi.fn() }));
vi.mock("@/app/ui/editor/rich-text", () => ({ RichText: () => null }));
afterEach(cleanup);

test("a text of one's own that is dropped for the text for all comes back as it stood", async () => {
  const own = { ...mailOf("Becky", { isOwn: true }), text: { subject: "Hello", body: "<p>For Becky</p>" } };
  const others = { ...mailOf("Becky"), text: { subject: "Hello", body: "<p>For all</p>" } };
  const served = viewOf([own]);
  const letter = renderHook(() => useLetter({ letterId: "letter", served, start: formOf(served) })).result;
  asked.drop.mockResolvedValue({ ok: true, data: viewOf([others]) });
  asked.edit.mockResolvedValue({ ok: true, data: viewOf([own]) });
  render(<OwnText mail={own} letter={letter.current} />);
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Use the text for all" })));
  expect(letter.current.newest()?.mails[0]?.isOwn).toBe(false);
  const [, said] = vi.mocked(toast).mock.calls[0] ?? [];
  await act(async () => said?.back?.());
  expect(asked.edit).toHaveBeenCalledWith({ letterId: "letter", draftId: own.draftId, ...own.text, seen: others.text });
  expect(letter.current.newest()?.mails[0]).toMatchObject({ isOwn: true, text: own.text });
});
