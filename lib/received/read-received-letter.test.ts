import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedUnplaced } from "@/db/seed/seed-address";
import { seedTeam } from "@/db/seed/seed-team";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
// A received letter has no mailbox of its own to be read from in tests but the one that replies are read from.
import { openMailbox, type PolledMailbox } from "../replies/testing/polled-mailbox";
import { changeKeeping } from "./kept/change-keeping";
import { keepReceived } from "./kept/keep-received";
import { readKeeping } from "./kept/read-keeping";
import { readReceivedLetter } from "./read-received-letter";

let world: MailWorld;
let anna: PolledMailbox;
let message: string;

const now = () => new Date();
const read = (id = message, images = false) => readReceivedLetter(anna.mail.scope, id, { images }, now());
const administrator = () => anna.mail.scope;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
  message = await put({
    body: {
      contentType: "html",
      content:
        '<p>Hello Anna,</p><script>alert(1)</script><img src="https://x.example/seen.png"><p>Thursday at two.</p><div class="gmail_quote">On Mon, 16 Nov 2026, Anna wrote:<blockquote>Old</blockquote></div>',
    },
  });
});

async function put(more: Record<string, unknown>): Promise<string> {
  const graphId = await anna.put({ from: { emailAddress: { address: "office@x.example", name: "Office" } }, ...more });
  return seedUnplaced(world.db.admin, anna.mailbox, { from: "office@x.example", at: new Date(), graphId });
}
const kept = () => world.db.admin<{ ciphertext: Uint8Array }[]>`select * from kept_letters where message_id = ${message}`;

describe("a letter is asked of its mailbox", () => {
  test("whole, without what runs or loads, with what it quotes apart", async () => {
    expect(await read()).toMatchObject({
      words: "<p>Hello Anna,</p><p>Thursday at two.</p>",
      quote: expect.stringContaining("Old"),
      remoteImages: 1,
      attachments: [],
      closed: null,
      isCut: false,
    });
    expect((await read(message, true)).words).toContain('src="https://x.example/seen.png"');
    expect(await kept()).toEqual([]);
  });
  test("with ids that stay when it is moved", async () => {
    const [row] = await world.db.admin`select graph_id as id from mailbox_messages where id = ${message}`;
    await world.admin("POST", "move", { mailbox: "anna@contoso.com", id: row?.id, folder: "Clients" });
    // For the moment it moves it is not to be seen.
    await expect.poll(() => read().then(({ words }) => words, String), { timeout: 10_000 }).toContain("Thursday at two.");
  });
  test("as plain text, its lines as they are and nothing in it a tag", async () => {
    const id = await put({ body: { contentType: "text", content: "Hello <b>Anna</b>,\r\nThursday.\r\n\r\n> Old words" } });
    expect(await read(id)).toMatchObject({ words: "Hello &lt;b&gt;Anna&lt;/b&gt;,<br />Thursday." });
  });
  test("with the names and sizes of what is attached, which is not fetched", async () => {
    const id = await put({
      body: { contentType: "html", content: '<p>See</p><img src="cid:chart@x" alt="Chart">' },
      hasAttachments: true,
    });
    const [row] = await world.db.admin`select graph_id as id from mailbox_messages where id = ${id}`;
    await attach(String(row?.id), "Offer \u202efdp.exe", 1500);
    expect(await read(id)).toMatchObject({
      words: expect.stringContaining("Image in Outlook: Chart"),
      attachments: [{ name: expect.stringMatching(/^Offer .*fdp\.exe$/), bytes: 1500 }],
    });
  });
  test("encrypted, and says that only Outlook reads it", async () => {
    const id = await put({ messageClass: "IPM.Note.SMIME", body: { contentType: "html", content: "" } });
    expect(await read(id)).toMatchObject({ words: "", closed: "smime" });
    const signed = await put({
      messageClass: "IPM.Note.SMIME.MultipartSigned",
      body: { contentType: "html", content: "<p>Hi</p>" },
    });
    expect(await read(signed)).toMatchObject({ words: "<p>Hi</p>", closed: null });
  });
  test("packed as winmail.dat, and says so", async () => {
    const id = await put({ body: { contentType: "html", content: "" }, hasAttachments: true });
    const [row] = await world.db.admin`select graph_id as id from mailbox_messages where id = ${id}`;
    await attach(String(row?.id), "winmail.dat", 10);
    expect(await read(id)).toMatchObject({ closed: "winmail" });
  });
  test("of 24 megabytes: its beginning, and that it is cut", async () => {
    const id = await put({ body: { contentType: "text", content: `Begins\r\n${"x".repeat(24_000_000)}` } });
    expect(await read(id)).toMatchObject({ words: expect.stringMatching(/^Begins<br \/>/), isCut: true });
  }, 120_000);
});

async function attach(graphId: string, name: string, bytes: number) {
  const token = await world.mailbox.token();
  const standIn = process.env.MICROSOFT_STANDIN_URL ?? "";
  const body = JSON.stringify({ name, contentBytes: Buffer.alloc(bytes).toString("base64") });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", prefer: 'IdType="ImmutableId"' };
  const answer = await fetch(`${standIn}/v1.0/me/messages/${encodeURIComponent(graphId)}/attachments`, {
    method: "POST",
    headers,
    body,
  });
  expect(answer.status).toBe(201);
}

describe("what cannot be read says why, and what to do", () => {
  test("gone", async () => {
    await world.db.admin`update mailbox_messages set graph_id = 'AAMkGone' where id = ${message}`;
    await expect(read()).rejects.toMatchObject({
      code: "not_found",
      message: "It is no longer in anna@contoso.com. This is what we kept of it.",
    });
    await world.db.admin`update mailbox_messages set graph_id = null where id = ${message}`;
    await expect(read()).rejects.toMatchObject({ code: "not_found" });
  });
  test("signed out", async () => {
    await world.db.admin`update sender_accounts set status = 'signed_out' where id = ${anna.mailbox}`;
    await expect(read()).rejects.toMatchObject({
      code: "unavailable",
      message: "Reconnect anna@contoso.com to read it. This is what we kept of it.",
    });
  });
  test.each([
    [429, "Microsoft limits how often anna@contoso.com is read. Try again in a minute. This is what we kept of it."],
    [403, "Microsoft does not let us read anna@contoso.com. Reconnect it. This is what we kept of it."],
    [500, "anna@contoso.com does not answer at the moment. Try again in a minute. This is what we kept of it."],
  ])("refused with %i", async (status, message) => {
    await world.admin("POST", "faults", { kind: "status-before", method: "GET", path: "/me/messages/", status, times: null });
    await expect(read()).rejects.toMatchObject({ code: "unavailable", message });
    await world.admin("DELETE", "faults");
  });
  test("another team's is not found", async () => {
    const { scope } = await seedTeam(world.db.admin);
    await expect(readReceivedLetter(scope, message, { images: false }, now())).rejects.toMatchObject({
      code: "not_found",
      message: "This does not exist, or belongs to another team.",
    });
  });
});

describe("a team that keeps received letters", () => {
  beforeEach(() => changeKeeping(administrator(), true, now()));

  test("has it once it was read, encrypted, once, and reads it without its mailbox", async () => {
    const first = await read();
    await keepReceived(anna.mail.scope, message, now());
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.ciphertext ?? []).toString("latin1")).not.toContain("Thursday");
    await world.db.admin`update sender_accounts set status = 'signed_out' where id = ${anna.mailbox}`;
    expect(await read()).toEqual(first);
    expect((await read(message, true)).words).toContain("https://x.example/seen.png");
  });
  test("has it soon after it came, without anybody reading it; again changes nothing", async () => {
    expect(await keepReceived({ teamId: anna.mail.scope.teamId, memberId: null }, message, now())).toBe("read");
    expect(await keepReceived({ teamId: anna.mail.scope.teamId, memberId: null }, message, now())).toBe("read");
    expect(await kept()).toHaveLength(1);
  });
  test("does not keep what is gone", async () => {
    await world.db.admin`update mailbox_messages set graph_id = 'AAMkGone' where id = ${message}`;
    expect(await keepReceived(anna.mail.scope, message, now())).toBe("gone");
    expect(await kept()).toEqual([]);
  });
  test("that stops deletes all of them, says how many, and the record keeps who did", async () => {
    await read();
    expect(await readKeeping(anna.mail.scope)).toEqual({ keeps: true, kept: 1 });
    expect(await changeKeeping(administrator(), false, now())).toEqual({ deleted: 1 });
    expect(await readKeeping(anna.mail.scope)).toEqual({ keeps: false, kept: 0 });
    await read();
    expect(await kept()).toEqual([]);
    const [row] = await world.db
      .admin`select detail from activities where team_id = ${anna.mail.scope.teamId} and verb = 'changed the team' order by at desc, id desc limit 1`;
    expect(row?.detail).toMatchObject({ keepLetters: "off", deleted: "1" });
  });
  test("shows nothing of them to another team", async () => {
    await read();
    const { scope } = await seedTeam(world.db.admin);
    expect(await readKeeping(scope)).toEqual({ keeps: false, kept: 0 });
    await changeKeeping(scope, false, now());
    expect(await kept()).toHaveLength(1);
  });
  test("whose letter was written with another key that is gone reads it from the mailbox", async () => {
    await read();
    await world.db.admin`update kept_letters set tag = ${Buffer.alloc(16)} where message_id = ${message}`;
    expect((await read()).words).toContain("Thursday at two.");
  });
});
