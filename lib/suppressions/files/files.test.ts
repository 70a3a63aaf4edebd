import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { beginFile } from "./begin-file";
import { dropFile } from "./drop-file";
import { writeList } from "./out/write-list";
import { writeRefused } from "./out/write-refused";
import { showFile } from "./show-file";
import { stageFile } from "./stage-file";
import { takeFile } from "./take-file";
import { takeNext } from "./take-next";
import { wakeFiles } from "./wake-files";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

async function* inPieces(file: string | Uint8Array, size = 13) {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const stage = (file: string | Uint8Array, more: { name?: string; column?: number; of?: typeof scope } = {}) =>
  stageFile(more.of ?? scope, { name: more.name ?? "list.csv", column: more.column ?? null }, inPieces(file), now);
async function take(id: string, of = scope, part?: number) {
  await takeFile(of, id);
  while (!(await takeNext(of, id, now, part)).done);
}
const list = async (teamId = scope.teamId) => {
  const rows =
    await db.admin`select coalesce(email_norm, domain, wildcard) as entry, reason, note from suppressions where team_id = ${teamId} and lifted_at is null order by 1`;
  return rows.map((row) => [row.entry, row.reason, row.note].filter(Boolean).join(", "));
};
const staged = async () =>
  Number((await db.admin`select count(*) as n from suppression_file_entries where team_id = ${scope.teamId}`)[0]?.n);
const written = async (pieces: AsyncGenerator<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};

/** People of one company in a campaign under way, each with a signed mail that has its time. */
async function underWay(people = 3) {
  const box = await seedMailbox(db.admin, scope.teamId);
  const { contactIds } = await seedContacts(db.admin, scope.teamId, inventPeople(people));
  const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
    name: "Autumn",
    status: "active",
    senderAccountId: box,
    steps: [{ name: "One", subject: "s", body: "b" }],
  });
  const enrolled: string[] = [];
  for (const contactId of contactIds) {
    const id = await seedEnrolment(db.admin, campaignId, contactId);
    const draft = await seedDraft(db.admin, id, { status: "scheduled" });
    await seedSlot(db.admin, draft, new Date("2026-11-25T09:00:00Z"));
    enrolled.push(id);
  }
  const rows = await db.admin`select email_norm, name from contacts where id = any(${contactIds}) order by created_at, id`;
  return {
    campaignId,
    contactIds,
    enrolled,
    emails: rows.map((row) => String(row.email_norm)),
    names: rows.map((row) => String(row.name)),
  };
}

test.each([
  ["a letter of two halves at the end of what is kept", `${"x".repeat(299)}😀`],
  ["such a letter at the end of what is shown", `${"x".repeat(79)}😀`],
])("a note with %s keeps no file out", async (_, note) => {
  await take(await stage(`email,note\nanna@x.example,${note}\n`));
  expect(await list()).toEqual([expect.stringContaining("anna@x.example")]);
});

describe("before anything is done", () => {
  test("it is shown how much is new, what is refused, and whom it will stop", async () => {
    const { emails, names } = await underWay();
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, 'known@x.example', 'by hand')`;
    const id = await stage(
      `Email,Reason\n${emails[0]},unsubscribed\n${emails[1]},bounced\nknown@x.example,unsubscribed\nknown@x.example,bounced\nnobody,x\n*.x.example,\nacme.example,\n`,
    );
    const { file, refused, stopped } = await showFile(scope, id);
    expect([file.state, file.lines, file.entries, file.known, file.refused]).toEqual(["shown", 7, 5, 1, 1]);
    expect(file.facts).toMatchObject({ addresses: 3, domains: 1, wildcards: 1, graver: 1, saysWhy: true, column: 0 });
    expect(refused).toEqual([{ line: 6, text: "nobody", sentence: expect.stringContaining("no address and no domain") }]);
    expect(stopped).toMatchObject({ named: 2, people: 2, contacts: 3, campaigns: 1, enrolled: 2, signed: 2, slots: 2, own: [] });
    expect(stopped?.names.toSorted()).toEqual(names.slice(0, 2).toSorted());
    expect(await list()).toEqual(["known@x.example, by hand"]);
    expect(await written(writeRefused(scope, id))).toBe(
      `\ufeffline,text,why\r\n6,nobody,${JSON.stringify(refused[0]?.sentence).includes(",") ? `"${refused[0]?.sentence}"` : refused[0]?.sentence}\r\n`,
    );
  });

  test("domains of free mail are named, the first five, and the others counted", async () => {
    await stage("gmail.com\nacme.example\nyahoo.com\nhotmail.com\ngmx.de\nweb.de\noutlook.com\naol.com\ngmail.com\n");
    const [row] = await db.admin`select facts from suppression_files where team_id = ${scope.teamId}`;
    expect(row?.facts).toMatchObject({
      freeMail: ["gmail.com", "yahoo.com", "hotmail.com", "gmx.de", "web.de"],
      moreFreeMail: 2,
    });
  });

  test("our own domain is told, also by a wildcard", async () => {
    await underWay();
    const id = await stage("contoso.com\n");
    expect((await showFile(scope, id)).stopped?.own).toEqual(["contoso.com"]);
    expect((await showFile(scope, await stage("*@cont*\n"))).stopped?.own).toEqual(["contoso.com"]);
    expect((await showFile(scope, await stage("*@contososo*\n"))).stopped?.own).toEqual([]);
  });

  test("whom a dead address names by an older address of theirs is not stopped by it", async () => {
    const { contactIds } = await underWay(1);
    await db.admin`insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
      select ${scope.teamId}, ${contactIds[0] ?? ""}, 'old@x.example', 'old@x.example', 'former', 'answer'`.catch(async () => {
      const { seedAddress } = await import("@/db/seed/seed-address");
      await seedAddress(db.admin, contactIds[0] ?? "", "old@x.example");
    });
    expect((await showFile(scope, await stage("email,reason\nold@x.example,bounced\n"))).stopped?.people).toBe(0);
    expect((await showFile(scope, await stage("email,reason\nold@x.example,complained\n"))).stopped?.people).toBe(1);
  });

  test("it can be left, and nothing is kept", async () => {
    const id = await stage("a@x.example\n");
    await dropFile(scope, id, now);
    expect([await staged(), await list()]).toEqual([0, []]);
    await expect(takeFile(scope, id)).rejects.toThrow("was left");
    expect((await showFile(scope, id)).file.state).toBe("dropped");
  });

  test("a file of contacts by mistake says nothing of why", async () => {
    const file = readFileSync(join(import.meta.dirname, "samples/contacts-by-mistake.csv"));
    expect((await showFile(scope, await stage(file, { name: "fair.csv" }))).file.facts.saysWhy).toBe(false);
    expect((await showFile(scope, await stage(file, { name: "unsubscribed.csv" }))).file.facts.saysWhy).toBe(true);
  });

  test("a file of refused lines alone can only be left", async () => {
    const id = await stage("email\nnobody\nnone at all\n");
    expect((await showFile(scope, id)).file).toMatchObject({ lines: 2, entries: 0, refused: 2 });
    await expect(takeFile(scope, id)).rejects.toThrow("No line of this file");
  });

  test("of wildcards beyond five hundred a team each is refused", async () => {
    const wildcards = Array.from({ length: 502 }, (_, at) => `*@*.company${at}.example`);
    await db.admin`insert into suppressions (team_id, wildcard, reason) values (${scope.teamId}, '*@*.company0.example', 'by hand'), (${scope.teamId}, '*@*.other.example', 'by hand')`;
    const { file, refused } = await showFile(scope, await stage(`${wildcards.join("\n")}\n`));
    expect([file.entries, file.refused, refused[0]?.line]).toEqual([499, 3, 500]);
    expect(refused[0]?.sentence).toContain("500 wildcards");
  });
});

describe("nothing is kept of a file", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["that is empty", "", "empty"],
    ["of remarks alone", "# a\n// b\n", "no lines"],
    ["with a header alone", "email,reason\n", "no lines"],
    ["that is a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "ZIP"],
    ["that is a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "no CSV"],
    ["that is cut off inside a quotation", 'email,note\na@a.example,"and then', "cut off"],
  ])("%s", async (_, file, words) => {
    await expect(stage(file)).rejects.toThrow(words);
    const rows = await db.admin`select state from suppression_files where team_id = ${scope.teamId}`;
    expect([await staged(), rows.map((row) => row.state)]).toEqual([0, ["dropped"]]);
  });
});

test("a file that is read for so long that another one clears it away is never shown with a part of its lines", async () => {
  async function* slowly() {
    yield Buffer.from("email\nada@x.example\n");
    await beginFile(scope, "other.csv", new Date(now.getTime() + 2 * 3_600_000));
    yield Buffer.from("bob@x.example\n");
  }
  await expect(stageFile(scope, { name: "slow.csv", column: null }, slowly(), now)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Choose it again"),
  });
  expect(await staged()).toBe(0);
});

describe("taken over", () => {
  test("entries stand in the list in one's own name with their file, campaigns end, slots are taken back", async () => {
    const { emails, enrolled } = await underWay();
    const id = await stage(
      `Email,Reason,Note\n${emails[0]},unsubscribed,at the fair\n${emails[1]},,\nacme.example,competitor,\n`,
    );
    await take(id);
    expect(await list()).toEqual(
      [`acme.example, by hand, competitor`, `${emails[0]}, unsubscribed, at the fair`, `${emails[1]}, by hand`].sort(),
    );
    const rows = await db.admin`select distinct file_id, created_by from suppressions where team_id = ${scope.teamId}`;
    expect([...rows]).toEqual([{ file_id: id, created_by: scope.memberId }]);
    const ended =
      await db.admin`select id, status, ended_reason from campaign_contacts where id = any(${enrolled}) order by array_position(${enrolled}::uuid[], id)`;
    expect(ended.map((row) => row.ended_reason)).toEqual(["suppressed", "suppressed", null]);
    const slots =
      await db.admin`select status, count(*)::int as n from scheduled_emails where team_id = ${scope.teamId} group by 1 order by 1`;
    expect([...slots]).toEqual([
      { status: "cancelled", n: 2 },
      { status: "pending", n: 1 },
    ]);
    const { file, stopped } = await showFile(scope, id);
    expect([file.state, file.taken, file.facts.people, stopped]).toEqual(["taken", 3, 2, null]);
    const [told] =
      await db.admin`select member_id, detail from activities where team_id = ${scope.teamId} and verb = 'suppressed by a file'`;
    expect(told).toEqual({ member_id: scope.memberId, detail: { fileId: id, fileName: "list.csv", entries: 3, people: 2 } });
    expect(await staged()).toBe(0);
    await expect(dropFile(scope, id, now)).rejects.toThrow("only grows");
  });

  test("a reason only becomes graver, and a person's own wish stays one", async () => {
    const reasons = ["bounced", "by hand", "asked in a reply", "complained", "unsubscribed"] as const;
    for (const before of reasons)
      await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, ${`${before.replaceAll(" ", ".")}@x.example`}, ${before})`;
    const of = (reason: string) =>
      `email,reason\n${reasons.map((one) => `${one.replaceAll(" ", ".")}@x.example,${reason}`).join("\n")}\n`;
    const now = async () => (await list()).map((line) => line.split(", ")[1]);
    await take(await stage(of("bounced")));
    expect(await now()).toEqual(["asked in a reply", "bounced", "by hand", "complained", "unsubscribed"]);
    await take(await stage(of("complained")));
    expect(await now()).toEqual(["complained", "complained", "complained", "complained", "unsubscribed"]);
    await take(await stage(of("unsubscribed")));
    await take(await stage(of("by hand")));
    expect(await now()).toEqual(Array(5).fill("unsubscribed"));
  });

  test("the gravest of several lines counts, whichever part they are of", async () => {
    const lines = [
      "a@x.example,by hand",
      "a@x.example,unsubscribed",
      "a@x.example,bounced",
      "b@x.example,unsubscribed",
      "b@x.example,by hand",
    ];
    for (const part of [1, 2, 100]) {
      const other = await seedTeam(db.admin);
      await take(await stage(`email,reason\n${lines.join("\n")}\n`, { of: other.scope }), other.scope, part);
      expect(await list(other.teamId)).toEqual(["a@x.example, unsubscribed", "b@x.example, unsubscribed"]);
      const [file] = await db.admin`select taken, entries from suppression_files where team_id = ${other.teamId}`;
      expect(file).toEqual({ taken: 2, entries: 2 });
    }
  });

  test("both ways of writing a domain beyond ASCII come, also in parts of one", async () => {
    await take(await stage("bücher.example\na@bücher.example\n"), scope, 1);
    expect(await list()).toEqual(
      [
        "a@bücher.example, by hand",
        "a@xn--bcher-kva.example, by hand",
        "bücher.example, by hand",
        "xn--bcher-kva.example, by hand",
      ].sort(),
    );
  });

  test("two clicks are one, and two runs of it add each entry once", async () => {
    const { emails } = await underWay(20);
    const id = await stage(emails.join("\n"));
    await Promise.all([takeFile(scope, id), takeFile(scope, id), takeFile(scope, id)]);
    const events =
      await db.admin`select event_id from outbox where team_id = ${scope.teamId} and name = 'suppressions/file.confirmed'`;
    expect(events.map((row) => row.event_id)).toEqual([`suppressing:${id}`]);
    const run = async () => {
      while (!(await takeNext(scope, id, now, 3)).done);
    };
    await Promise.all([run(), run(), run()]);
    expect(await list()).toEqual(emails.map((email) => `${email}, by hand`).sort());
    const told =
      await db.admin`select detail->>'people' as people from activities where team_id = ${scope.teamId} and verb = 'suppressed by a file'`;
    expect(told.map((row) => row.people)).toEqual(["20"]);
  });

  test("a crash after any statement of a part leaves it undone, and the next try finishes it", async () => {
    const { emails } = await underWay(6);
    const id = await stage(emails.join("\n"));
    await takeFile(scope, id);
    // Each table a part writes to refuses once, in the order in which they are written.
    for (const table of [
      "suppressions",
      "campaign_contacts",
      "scheduled_emails",
      "outbox",
      "suppression_file_entries",
      "suppression_files",
    ]) {
      await db.admin.unsafe(`create function fail_once() returns trigger language plpgsql as $$ begin raise exception 'crashed'; end $$;
        create trigger fail_once before insert or update or delete on ${table} for each statement execute function fail_once()`);
      const before = await db.admin`select taken from suppression_files where id = ${id}`;
      await expect(takeNext(scope, id, now, 2)).rejects.toThrow();
      await db.admin.unsafe(`drop trigger fail_once on ${table}; drop function fail_once()`);
      expect([await list(), await staged(), [...(await db.admin`select taken from suppression_files where id = ${id}`)]]).toEqual(
        [[], 6, [...before]],
      );
    }
    await takeNext(scope, id, now, 2);
    expect((await list()).length).toBe(2);
    // The run is lost here; the sweep asks for it again, once in five minutes.
    await wakeFiles({ teamId: scope.teamId, memberId: null }, now);
    await wakeFiles({ teamId: scope.teamId, memberId: null }, new Date(now.getTime() + 1000));
    const events =
      await db.admin`select data from outbox where team_id = ${scope.teamId} and name = 'suppressions/file.confirmed' and event_id <> ${`suppressing:${id}`}`;
    expect(events.map((row) => row.data)).toEqual([{ teamId: scope.teamId, memberId: scope.memberId, fileId: id }]);
    while (!(await takeNext(scope, id, now, 2)).done);
    expect((await list()).length).toBe(6);
  });

  test("another team sees nothing of it and can neither take nor leave it", async () => {
    const other = await seedTeam(db.admin);
    const id = await stage("a@x.example\n");
    await expect(showFile(other.scope, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(takeFile(other.scope, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(dropFile(other.scope, id, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(written(writeRefused(other.scope, id))).rejects.toMatchObject({ code: "not_found" });
    expect(await takeNext(other.scope, id, now)).toEqual({ done: true });
    expect(await staged()).toBe(1);
    await take(id);
    expect(await list(other.teamId)).toEqual([]);
    expect(await written(writeList(other.scope))).toBe("\ufeffentry,kind,reason,since,by,note,file\r\n");
  });
});

describe("out again", () => {
  test("and into another team: the same list, whatever stands in it", async () => {
    const rows: [string, string, string, string | null][] = [
      ["email_norm", "anna@x.example", "unsubscribed", 'says "no", twice; truly'],
      ["email_norm", "=cmd@x.example", "complained", '=HYPERLINK("x")'],
      ["email_norm", "+tag@x.example", "asked in a reply", "+1 555"],
      ["email_norm", "-dash@x.example", "bounced", "-2+3"],
      ["email_norm", "'=quoted@x.example", "by hand", "@SUM(A1)"],
      ["email_norm", "''+twice@x.example", "by hand", "'=x"],
      ["email_norm", "o'neil@x.example", "by hand", "# kept by hand // truly"],
      ["email_norm", "zoë@bücher.example", "by hand", "ＪＡ ＝1"],
      ["email_norm", "zoë@xn--bcher-kva.example", "by hand", null],
      ["email_norm", "a%b@x.example", "by hand", null],
      ["domain", "acme.example", "by hand", "competitor"],
      ["domain", "2024.example", "unsubscribed", null],
      ["wildcard", "*@*.acme.example", "by hand", null],
      ["wildcard", "info@*", "by hand", null],
      ["wildcard", "*contoso*", "complained", null],
    ];
    for (const [column, entry, reason, note] of rows)
      await db.admin`insert into suppressions (team_id, ${db.admin(column)}, reason, note) values (${scope.teamId}, ${entry}, ${reason}, ${note})`;
    await db.admin`insert into suppressions (team_id, email_norm, reason, lifted_at, lift_reason) values (${scope.teamId}, 'lifted@x.example', 'by hand', now(), 'asked us')`;
    const text = await written(writeList(scope));
    // No cell that a spreadsheet would run.
    expect(text.split(/[\r\n,]+/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    const other = await seedTeam(db.admin);
    const id = await stage(text, { of: other.scope });
    expect((await showFile(other.scope, id)).refused).toEqual([]);
    await take(id, other.scope);
    expect(await list(other.teamId)).toEqual(await list());
    expect(await written(writeList(other.scope))).toContain("list.csv");
  });

  test("an erased address goes out as its hash with its key, and is refused with a sentence where it comes in", async () => {
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, 'gone@x.example', 'unsubscribed')`;
    await withTeam(scope, (tx) => tx.execute("select forget_suppressed('gone@x.example')"));
    const text = await written(writeList(scope));
    expect(text).toMatch(/\r\nk1:[0-9a-f]{64},erased,unsubscribed,/);
    const other = await seedTeam(db.admin);
    const { file, refused } = await showFile(other.scope, await stage(text, { of: other.scope }));
    expect([file.entries, refused[0]?.sentence]).toEqual([0, expect.stringContaining("erased")]);
  });

  test("in pieces, each entry once, though many were added at one instant", async () => {
    await db.admin`insert into suppressions (team_id, email_norm, reason, created_at)
      select ${scope.teamId}, 'p' || n || '@x.example', 'by hand', '2026-11-01T00:00:00.123456Z' from generate_series(1, 25000) n`;
    const lines = (await written(writeList(scope))).trim().split("\r\n");
    expect([lines.length, new Set(lines).size]).toEqual([25_001, 25_001]);
  });
});
