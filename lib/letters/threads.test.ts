import { beforeEach, describe, expect, test } from "vitest";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedHistory } from "@/db/seed/seed-history";
import { changeHandFooter } from "../team/change-hand-footer";
import { readLetter } from "./read-letter";
import { saveLetter } from "./save-letter";
import { signLetter } from "./sign-letter";
import { anna, db, letterTo, mailbox, now, people, refusal, seedLetters, shown } from "./testing/letter-world";

seedLetters();
let campaignId: string;
let reader: string;

/** The first of the people got two mails of a campaign from the mailbox, one thread. */
beforeEach(async () => {
  reader = people[0] ?? "";
  const made = await seedCampaign(db.admin, anna.teamId, {
    name: "Supplier invoices",
    status: "completed",
    senderAccountId: mailbox,
    steps: [
      { name: "One", subject: "Invoices at Hale", body: "<p>First</p>" },
      { name: "Two", subject: "", body: "<p>Second</p>" },
    ],
  });
  campaignId = made.campaignId;
  const steps = made.stepIds.map((id, n) => ({ id, subject: "Invoices at Hale", body: `<p>Mail ${n + 1}</p>` }));
  const [row] = await db.admin`select email from contacts where id = ${reader}`;
  const sentAt = [new Date("2026-11-12T09:00:00Z"), new Date("2026-11-13T09:00:00Z")];
  await seedHistory(
    db.admin,
    { teamId: anna.teamId, campaignId, senderAccountId: mailbox, signedBy: anna.memberId, steps: () => steps },
    [{ contactId: reader, email: row?.email, sentAt, ended: "got every mail", endedAt: sentAt[1] }],
  );
});

/** They wrote, in the thread or outside of it. */
async function wrote(at: string, { inThread = true, seen = true } = {}) {
  const [last] =
    await db.admin`select s.id, v.conversation_id as conversation from sent_emails s join deliveries v on v.id = s.delivery_id
    where s.contact_id = ${reader} order by s.sent_at desc limit 1`;
  await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, received_at, conversation_id)
    values (${anna.teamId}, ${mailbox}, ${`<${at}>`}, 'reply', ${reader}, ${at}, ${inThread ? last?.conversation : "another"})`;
  await db.admin`insert into email_replies (team_id, sent_email_id, contact_id, message_id, received_at, sender_account_id, seen_at)
    values (${anna.teamId}, ${inThread ? last?.id : null}, ${reader}, ${`<${at}>`}, ${at}, ${mailbox}, ${seen ? at : null})`;
}
const footers = (html: string) => html.split('data-part="history"')[0]?.includes('data-part="footer"');
const first = async (other: Parameters<typeof letterTo>[1] = {}, to = [reader]) => {
  const view = await saveLetter(anna, letterTo(to, other), now);
  const [mail] = view.mails;
  if (!mail) throw new Error("No mail.");
  return { view, mail, footer: footers(mail.html), says: (name: string) => mail.checks.find((check) => check.name === name) };
};
const requestOf = async (draftId: string) => {
  const [row] = await db.admin`select request from email_drafts where id = ${draftId}`;
  return row?.request as { unsubscribeUrl: string; headers: { name: string }[]; thread: unknown };
};

test("whom the mailbox mailed before gets a follow-up in that thread, whose subject stays; others a first mail", async () => {
  const { view, mail, footer, says } = await first({}, people.slice(0, 2));
  expect(mail).toMatchObject({
    kind: "follow-up",
    subject: "Re: Invoices at Hale",
    thread: { subject: "Re: Invoices at Hale", at: "Fri 13 Nov", joined: true },
    mayBeSigned: true,
  });
  expect(mail.html).toContain("Mail 2");
  expect(footer).toBe(true);
  expect(says("footer")?.sentence).toMatch(/^Unsubscribe present, \d+ words$/);
  expect(view.mails[1]).toMatchObject({ kind: "first mail", thread: null });
  expect(await requestOf(mail.draftId)).toMatchObject({
    thread: { deliveryId: expect.any(String) },
    headers: [{ name: "List-Unsubscribe" }],
  });
  const types =
    await db.admin`select draft_type as type from email_drafts where campaign_id is null and team_id = ${anna.teamId} order by 1`;
  expect(types.map(({ type }) => type)).toEqual(["first_outreach", "second_followup"]);
});

test("a new thread instead has the letter's subject, and going back joins again", async () => {
  const input = letterTo([reader], { newThreads: [reader] });
  const apart = await saveLetter(anna, input, now);
  expect(apart.mails[0]).toMatchObject({
    kind: "follow-up",
    subject: expect.stringContaining("Your dock"),
    thread: { joined: false },
  });
  expect(apart.mails[0]?.html).not.toContain('data-part="history"');
  const joined = await saveLetter(anna, { ...input, version: 1, newThreads: [] }, now);
  expect(joined.mails[0]).toMatchObject({ subject: "Re: Invoices at Hale", thread: { joined: true } });
});

test("from another mailbox it follows up in no thread", async () => {
  const other = await seedMailbox(db.admin, anna.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  expect((await first({ senderAccountId: other })).mail).toMatchObject({
    kind: "follow-up",
    thread: null,
    subject: expect.stringContaining("Your dock"),
  });
});

test("a thread that another mail joined meanwhile is still the one that was shown", async () => {
  const { view, mail } = await first();
  await signLetter(anna, shown(view), now);
  const again = await readLetter(anna, view.id, now);
  expect(again?.mails[0]?.thread).toEqual(mail.thread);
});

describe("unsubscribe line and postal address", () => {
  const cases: [
    string,
    { wrote?: { inThread?: boolean; at?: string }; apart?: boolean; handFooter?: boolean },
    boolean,
    RegExp,
  ][] = [
    ["stand in a follow-up nobody answered", {}, true, /^Unsubscribe present/],
    ["not where they wrote last in the thread", { wrote: {} }, false, /^No unsubscribe line: it answers them/],
    ["where they wrote, and we after it", { wrote: { at: "2026-11-12T20:00:00Z" } }, true, /^Unsubscribe present/],
    ["where they wrote outside of the thread", { wrote: { inThread: false } }, true, /^Unsubscribe present/],
    ["where they wrote last and a new thread is begun", { wrote: {}, apart: true }, true, /^Unsubscribe present/],
    ["not where the team wants none by hand", { handFooter: false }, false, /^No unsubscribe line, as the team decided/],
    [
      "not in a new thread of such a team either",
      { handFooter: false, apart: true },
      false,
      /^No unsubscribe line, as the team decided/,
    ],
  ];
  test.each(cases)("%s", async (_, { wrote: reply, apart, handFooter = true }, stands, says) => {
    await db.admin`update teams set hand_footer = ${handFooter} where id = ${anna.teamId}`;
    if (reply) await wrote(reply.at ?? "2026-11-20T09:12:00Z", reply);
    const found = await first({ newThreads: apart ? [reader] : [] });
    expect(found.footer).toBe(stands);
    const request = await requestOf(found.mail.draftId);
    expect([request.unsubscribeUrl !== "", request.headers.length > 0]).toEqual([stands, stands]);
    expect(found.says("footer")).toMatchObject({ passes: true, sentence: expect.stringMatching(says) });
    await signLetter(anna, shown(found.view), now);
  });

  test("are what is signed: what they write between show and sign is another mail once it is saved", async () => {
    const input = letterTo([reader]);
    const before = await saveLetter(anna, input, now);
    await wrote("2026-11-24T11:59:00Z");
    const after = await saveLetter(anna, input, now);
    expect(after.version).toBe(before.version);
    expect(after.mails[0]?.hash).not.toBe(before.mails[0]?.hash);
    await expect(signLetter(anna, shown(before), now)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what they wrote since our last mail", () => {
  test("is named until somebody has read it", async () => {
    await db.admin`update contacts set first_name = 'Howard' where id = ${reader}`;
    await wrote("2026-11-24T09:12:00Z", { seen: false });
    expect((await first()).says("replied")).toMatchObject({
      passes: false,
      blocking: false,
      sentence: "Howard wrote today 9:12; read it first",
    });
    await db.admin`update email_replies set seen_at = now() where contact_id = ${reader}`;
    expect((await first()).says("replied")).toMatchObject({ passes: true, sentence: "It answers what Howard wrote" });
    expect((await first({ newThreads: [reader] })).says("replied")?.passes).toBe(false);
  });

  test("is nothing where it came before that mail", async () => {
    await wrote("2026-11-12T20:00:00Z", { seen: false });
    expect((await first()).says("replied")).toMatchObject({ passes: true, sentence: "Not written since" });
  });
});

test("when the team's rule changes, mails that wait for a signature follow, and what was shown before is not signed", async () => {
  await wrote("2026-11-14T09:00:00Z");
  const { view } = await first({}, people.slice(0, 2));
  const footersOf = async () => (await readLetter(anna, view.id, now))?.mails.map(({ html }) => footers(html));
  expect(await footersOf()).toEqual([false, true]);
  await changeHandFooter(anna, false, now);
  expect(await footersOf()).toEqual([false, false]);
  const shownPlain = shown((await readLetter(anna, view.id, now)) ?? view);
  await changeHandFooter(anna, true, now);
  expect(await footersOf()).toEqual([false, true]);
  expect(await refusal(signLetter(anna, shownPlain, now))).toMatch(/^conflict: .*changed while you looked at it/);
  await signLetter(anna, shown((await readLetter(anna, view.id, now)) ?? view), now);
  await changeHandFooter(anna, false, now);
  expect(await footersOf()).toEqual([false, true]);
});
