// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Copy } from "@/lib/drafts/review/read-copy";
import { SentCopy } from "./sent-copy";

const differences: Copy["found"] & object = {
  differences: [{ field: "words", before: "Hi", after: "Hello" }],
  ...{ subject: "Hello", subjectBefore: null, fromName: "Anna", from: "anna@contoso.com", to: "lena@x.example" },
  bothHtml: "<p><del>Hi</del><mark>Hello</mark></p>",
  settled: null,
};
const show = (copy: Partial<Copy>, onSeen: (() => void) | null = null) =>
  render(
    <MantineProvider>
      <SentCopy copy={{ verdict: "equal", at: "12:41", changes: [], found: null, ...copy }} onSeen={onSeen} />
    </MantineProvider>,
  );

afterEach(cleanup);

describe("under the seal", () => {
  test.each<[Partial<Copy>, string]>([
    [{ verdict: "equal" }, "Sent copy is the same"],
    [{ verdict: "explained", changes: ["A"] }, "Sent copy is the same but for 1 harmless change"],
    [{ verdict: "waits" }, "Not compared yet"],
    [{ verdict: "never" }, "Not compared"],
    [{ verdict: "different", found: differences }, "Sent copy differs"],
    [{ verdict: "asked", found: differences }, "Sent copy is a little different. Is that fine?"],
  ])("stands how the copy compares: %j", (copy, sentence) => {
    show(copy);
    expect(screen.getByText(sentence)).toBeTruthy();
    const isCompared = copy.verdict !== "waits" && copy.verdict !== "never";
    expect(screen.queryAllByText(/What servers add on the way is not in it/)).toHaveLength(isCompared ? 1 : 0);
  });

  test.each<[Copy["verdict"], string]>([
    ["different", "Seen, let it go on"],
    ["asked", "It is fine"],
  ])("a copy that is %s shows both texts and asks whoever may answer", (verdict, button) => {
    const settle = vi.fn();
    const { unmount } = show({ verdict, found: differences }, settle);
    expect(screen.getByText("Hi").tagName).toBe("DEL");
    expect(screen.getByText("Hello", { selector: "ins" }).tagName).toBe("INS");
    fireEvent.click(screen.getByRole("button", { name: button }));
    expect(settle).toHaveBeenCalledTimes(1);
    unmount();
    show({ verdict, found: differences });
    expect(screen.queryByRole("button", { name: button })).toBeNull();
  });

  test("one that was settled asks no more and says by whom", () => {
    show({ verdict: "different", found: { ...differences, settled: { by: "Ben", at: "13:00" } } }, vi.fn());
    expect(screen.getByText("Seen by Ben, 13:00")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Seen, let it go on" })).toBeNull();
  });
});
