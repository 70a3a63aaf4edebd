import { expect, test } from "vitest";
import { mailOf } from "../testing/letter-views";
import { findBlock, gatherChecks } from "./gather-checks";

const check = (name: string, passes: boolean, sentence: string, blocking = true) => ({ name, passes, sentence, blocking });

test("what passes for all is said once, for all", () => {
  const passing = [check("fields", true, "Fields filled"), check("suppressed", true, "Not suppressed")];
  const said = (names: string[]) => gatherChecks(names.map((name) => mailOf(name, { checks: passing }))).map((one) => one.title);
  expect(said(["Howard", "Becky", "Cammy"])).toEqual(["Fields filled for all three", "None suppressed"]);
  expect(said(["Howard"])).toEqual(["Fields filled", "Not suppressed"]);
});

test("what stops it comes first and names whom it is about, then what asks for a look", () => {
  const lacks = check("fields", false, "Nothing known for city");
  const wrote = check("replied", false, "Becky wrote today 9:00; read it first", false);
  const gathered = gatherChecks([
    mailOf("Howard Paulas", { checks: [check("fields", true, "Fields filled"), check("replied", true, "Not written since", false)] }),
    mailOf("Becky Mirafuentes", { checks: [lacks, wrote] }),
  ]);
  expect(gathered.map(({ title, passes }) => [title, passes])).toEqual([
    ["Becky Mirafuentes: Nothing known for city", false],
    ["Becky wrote today 9:00; read it first", false],
  ]);
  expect(findBlock(gathered)?.name).toBe("fields");
});

test("a campaign's mail of the same day is a card with the way to move it", () => {
  const to = { at: "2026-11-30T20:10:00Z", words: "Mon 30 Nov" };
  const day = check("same day", false, "Supplier invoices mails them today 15:10, too", false);
  const cammy = mailOf("Cammy Albares", {
    checks: [day],
    sameDay: { campaign: "Supplier invoices", draftId: "theirs", at: "today 15:10", to },
  });
  const [card, ...rest] = gatherChecks([mailOf("Howard"), cammy]);
  expect(card).toMatchObject({
    title: "Cammy gets two mails today",
    text: "Supplier invoices mails them today 15:10, too.",
    move: { draftId: "theirs", ...to },
    blocking: false,
  });
  expect(rest.map((one) => one.name)).toEqual(["fields"]);
  expect(findBlock([card, ...rest].flatMap((one) => one ?? []))).toBeNull();
});

test("a mail that is signed or over is not looked at any more", () => {
  expect(gatherChecks([mailOf("Howard", { state: "signed", checks: [check("fields", false, "No")] })])).toEqual([]);
});
