// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { HeldUpFor } from "@/lib/engine/read-held-up";
import { HeldUpLine } from "./held-up-line";

afterEach(cleanup);
const now = new Date("2026-11-30T09:30:00Z");
const show = (held: HeldUpFor | null) => render(<HeldUpLine held={held} timezone="Europe/Berlin" now={now} />);
const since = "2026-11-30T08:12:00Z";

test("a member reads since when, on their clock, and whom to ask", () => {
  show({ since, mayLook: false, askThem: ["Anna", "Ben"] });
  expect(screen.getByRole("status").textContent).toBe(
    "Mail is being held up: the job runner has not answered since 9:12. Nothing is lost; mail goes on when it answers. Anna (administrator) can look under Settings → Engine.",
  );
  expect(screen.queryByRole("link")).toBeNull();
});

test("an administrator is led to what to do", () => {
  show({ since, mayLook: true, askThem: [] });
  expect(screen.getByRole("link", { name: "What to do" }).getAttribute("href")).toBe("/settings/engine");
  expect(screen.getByRole("status").textContent).not.toMatch(/administrator/);
});

test("a day earlier is named with its day, and what never answered without a time", () => {
  show({ since: "2026-11-28T08:12:00Z", mayLook: true, askThem: [] });
  expect(screen.getByRole("status").textContent).toMatch(/since Sat 28 Nov 9:12\./);
  cleanup();
  show({ since: null, mayLook: true, askThem: [] });
  expect(screen.getByRole("status").textContent).toMatch(/has not answered yet\./);
});

test("nothing stands there while it beats", () => {
  expect(show(null).container.textContent).toBe("");
});
