import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import type { SeededThread } from "@/db/seed/seed-thread";
import { signDraft } from "../../drafts/sign-draft";
import { saveLetter } from "../../letters/save-letter";
import { signLetter } from "../../letters/sign-letter";
import {
  anna,
  ben,
  db,
  letterTo,
  mailbox,
  memberOf,
  now,
  people,
  refusal,
  seedLetters,
} from "../../letters/testing/letter-world";
import { openThread } from "../open-thread";
import { later, sign, stateOf, written, wrote } from "../testing/answer-world";
import { beginAnswer } from "./begin-answer";
import { discardAnswer } from "./discard-answer";
import { restoreAnswer } from "./restore-answer";
import { saveAnswer } from "./save-answer";
import { signAnswer } from "./sign-answer";
import { takeBackAnswer } from "./take-back-answer";

seedLetters(3);

const begin = (thread: SeededThread, by = anna, letterId: string = randomUUID()) =>
  beginAnswer(by, { threadId: thread.threadId, letterId }, now);
const live = async () =>
  Number((await db.admin`select count(*)::int as n from signatures where team_id = ${anna.teamId} and voided_at is null`)[0]?.n);
const headersOf = async (draftId: string) =>
  (
    await db.admin`select request->'headers' as headers, request->'thread' as thread, request->>'version' as version, draft_type as type
    from email_drafts where id = ${draftId}`
  )[0];

describe("an answer that is begun", () => {
  test("goes to who wrote, with one prefix and their words, and carries no way to unsubscribe", async () => {
    const thread = await wrote({
      subject: "RE: Re:  AW: Dock <4>",
      text: "Is it {{free}} & <b>when</b>?\n\nLena",
      from: "lena.private@home.example",
    });
    await db.admin`update teams set postal_address = null where id = ${anna.teamId}`;
    const view = await written(anna, thread);
    expect(view).toMatchObject({
      to: "lena.private@home.example",
      subject: "Re: Dock <4>",
      answers: thread.messageId,
      state: "draft",
      mayBeSigned: true,
    });
    expect(view.html).toContain("On 24 Nov 2026, 11:50, lena.private@home.example wrote:");
    expect(view.html).toContain("<p>Is it {{free}} &amp; &lt;b&gt;when&lt;/b&gt;?</p><p>Lena</p>");
    expect(view.html).not.toMatch(/data-part="footer"|nsubscribe/);
    expect(await headersOf(view.draftId)).toEqual({
      headers: [],
      thread: { messageId: thread.messageId },
      version: "3",
      type: "second_followup",
    });
  });

  test("is there once, however often its page asks, and a second window finds it", async () => {
    const thread = await wrote();
    const letterId = randomUUID();
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => begin(thread, anna, n % 2 ? letterId : randomUUID())));
    expect(new Set(all.map((one) => one.letterId)).size).toBe(1);
    expect((await openThread(anna, thread.threadId, now)).answer?.letterId).toBe(all[0]?.letterId);
    expect((await openThread(ben, thread.threadId, now)).answer).toBeNull();
    expect((await begin(thread, ben)).letterId).not.toBe(all[0]?.letterId);
  });

  test("is kept, and another window that began with an older text overwrites nothing", async () => {
    const thread = await wrote();
    const begun = await begin(thread);
    const given = { letterId: begun.letterId, version: begun.letterVersion, answers: begun.answers };
    const kept = await saveAnswer(anna, { ...given, body: "<p>One</p><script>x</script>" }, now);
    expect(kept).toMatchObject({ body: "<p>One</p>", letterVersion: 2 });
    expect(await refusal(saveAnswer(anna, { ...given, body: "<p>Two</p>" }, now))).toMatch(/^conflict/);
    expect(await saveAnswer(anna, { ...given, body: "<p>One</p>" }, now)).toEqual(kept);
  });

  test("may answer what they wrote since, whose words and subject it then has", async () => {
    const thread = await wrote();
    const first = await written(anna, thread);
    const again = await wrote({ at: later(-60), text: "Friday, sorry.", subject: "Another day" });
    const given = { letterId: first.letterId, version: first.letterVersion, body: first.body, answers: again.messageId };
    const view = await saveAnswer(anna, given, now);
    expect(view).toMatchObject({ answers: again.messageId, subject: "Re: Another day" });
    expect(view.html).toContain("Friday, sorry.");
    expect(view.html).not.toContain("Thursday at two works.");
    expect((await sign(anna, thread, view)).takeBackUntil).toBe(later(8).toISOString());
  });

  test("takes the place of what was signed from Outlook and taken back, once somebody writes on", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    await db.admin`update email_drafts set edited_subject = 'Other', edited_body = '<p>From Outlook</p>' where id = ${view.draftId}`;
    expect((await openThread(anna, thread.threadId, now)).answer).toMatchObject({
      body: "<p>From Outlook</p>",
      subject: "Other",
    });
    const given = { letterId: view.letterId, version: view.letterVersion, body: view.body, answers: view.answers };
    expect(await saveAnswer(anna, given, now)).toMatchObject({ body: view.body, subject: view.subject });
  });

  test("is discarded and brought back, one at a time", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    await discardAnswer(anna, view.letterId, now);
    expect((await openThread(anna, thread.threadId, now)).answer).toBeNull();
    expect(await restoreAnswer(anna, view.letterId, now)).toMatchObject({ body: view.body, mayBeSigned: true });
    await discardAnswer(anna, view.letterId, now);
    await begin(thread);
    expect(await refusal(restoreAnswer(anna, view.letterId, now))).toMatch(/^conflict: Another answer/);
  });

  test("once dropped comes back to nobody who was archived meanwhile, and says so", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    await sign(anna, thread, view);
    await takeBackAnswer(anna, view.letterId, now);
    await discardAnswer(anna, view.letterId, now);
    await db.admin`update contacts set archived_at = now() where id = ${people[0] ?? ""}`;
    expect(await refusal(restoreAnswer(anna, view.letterId, now))).toMatch(/^blocked: .*archived/);
    await db.admin`update contacts set archived_at = null where id = ${people[0] ?? ""}`;
    expect(await restoreAnswer(anna, view.letterId, now)).toMatchObject({ body: view.body });
  });

  test("of another team is nobody’s, and a letter that answers nobody is none", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const other = await seedTeam(db.admin);
    const theirs = memberOf(other.teamId, other.members[0] ?? { id: "", name: "", email: "", role: "" });
    const { letterId, draftId, hash } = view;
    for (const act of [
      () => begin(thread, theirs),
      () => begin(thread, theirs, letterId),
      () => saveAnswer(theirs, { letterId, version: 2, body: "x", answers: view.answers }, now),
      () => signAnswer(theirs, { letterId, draftId, hash, threadVersion: 1 }, now),
      () => takeBackAnswer(theirs, letterId, now),
      () => discardAnswer(theirs, letterId, now),
      () => restoreAnswer(theirs, letterId, now),
    ])
      expect(await refusal(act())).toMatch(/^not_found/);
    const letter = await saveLetter(anna, letterTo(people.slice(1, 2)), now);
    expect(await refusal(discardAnswer(anna, letter.id, now))).toMatch(/^not_found/);
  });

  test("quotes no message of another thread", async () => {
    const view = await written(anna, await wrote());
    const foreign = await wrote({ place: 1 });
    const given = { letterId: view.letterId, version: view.letterVersion, body: view.body, answers: foreign.messageId };
    expect(await refusal(saveAnswer(anna, given, now))).toMatch(/^not_found/);
  });

  test("is refused for somebody who is archived, and for a mail without an address", async () => {
    const thread = await wrote();
    await db.admin`update contacts set archived_at = now() where id = ${people[0] ?? ""}`;
    expect(await refusal(begin(thread))).toMatch(/^blocked: .*archived/);
    expect(await refusal(begin(await wrote({ place: 1, from: "nobody" })))).toMatch(/^blocked: .*no address/);
  });
});

describe("an answer that is sent", () => {
  test("leaves eight seconds later, waits for them, and can be taken back until then", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    expect(await sign(anna, thread, view)).toEqual({ takeBackUntil: later(8).toISOString() });
    expect(await stateOf(thread)).toBe("waiting");
    const shown = (await openThread(anna, thread.threadId, now)).answer;
    expect(shown).toMatchObject({ state: "signed", leavesAt: later(8).toISOString(), mayBeSigned: false });
    expect(await takeBackAnswer(anna, view.letterId, later(3))).toEqual({ takenBack: true });
    expect(await takeBackAnswer(anna, view.letterId, later(3))).toEqual({ takenBack: false });
    expect(await stateOf(thread)).toBe("open");
    expect((await openThread(anna, thread.threadId, now)).answer).toMatchObject({
      state: "draft",
      voided: null,
      mayBeSigned: true,
    });
  });

  test("by a hundred clicks of two people is signed once", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const clicks = await Promise.all(Array.from({ length: 100 }, (_, n) => sign(n % 2 ? anna : ben, thread, view)));
    expect(new Set(clicks.map(({ takeBackUntil }) => takeBackUntil)).size).toBe(1);
    const [rows] = await db.admin`select (select count(*)::int from signatures where draft_id = ${view.draftId}) as signatures,
      (select count(*)::int from scheduled_emails where draft_id = ${view.draftId}) as slots`;
    expect(rows).toEqual({ signatures: 1, slots: 1 });
  });

  test("is refused where they wrote since it was shown, and names what they wrote", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const { version: threadVersion } = await openThread(anna, thread.threadId, now);
    await wrote({ at: later(-30), text: "Make that Friday." });
    const { letterId, draftId, hash } = view;
    const answer = await refusal(signAnswer(anna, { letterId, draftId, hash, threadVersion }, now));
    expect(answer).toMatch(/^conflict: .* wrote again today 11:59: “Make that Friday.”/);
    expect(await live()).toBe(0);
    expect((await sign(anna, thread, view)).takeBackUntil).toBe(later(8).toISOString());
  });

  test("is refused where a colleague has answered since it was shown, and goes to whoever has seen that", async () => {
    const thread = await wrote();
    const [mine, bens] = [await written(anna, thread), await written(ben, thread, "<p>From Ben.</p>")];
    await sign(ben, thread, bens);
    const { version: threadVersion, answered } = await openThread(anna, thread.threadId, now);
    expect(answered).toEqual({ draftId: bens.draftId, by: ben.name, at: now.toISOString() });
    expect((await openThread(ben, thread.threadId, now)).answered).toBeNull();
    const { letterId, draftId, hash } = mine;
    const given = { letterId, draftId, hash, threadVersion };
    expect(await refusal(signAnswer(anna, given, now))).toBe(
      `conflict: ${ben.name} answered today 12:00. Look at that first; your answer is kept and was not sent.`,
    );
    expect(await refusal(signAnswer(anna, { ...given, answered: bens.draftId }, now))).toBe("done");
  });

  test("signs what was shown and nothing else", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const given = { letterId: view.letterId, version: view.letterVersion, answers: view.answers };
    await saveAnswer(anna, { ...given, body: "<p>Other</p>" }, now);
    expect(await refusal(sign(anna, thread, view))).toMatch(/^conflict/);
    expect(await live()).toBe(0);
  });

  test("is refused to somebody who is suppressed, and says who may lift that", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const [person] = await db.admin`select email from contacts where id = ${people[0] ?? ""}`;
    await seedSuppression(db.admin, anna.teamId, String(person?.email), "unsubscribed");
    expect((await openThread(anna, thread.threadId, now)).answer?.mayBeSigned).toBe(false);
    expect(await refusal(sign(anna, thread, view))).toMatch(/^blocked: .*suppressed: unsubscribed.*administrator/);
  });

  test("is refused where the address they wrote from is suppressed, though theirs is another", async () => {
    const thread = await wrote({ from: "assistant@elsewhere.example" });
    const view = await written(anna, thread);
    await seedSuppression(db.admin, anna.teamId, "assistant@elsewhere.example", "unsubscribed");
    expect(await refusal(sign(anna, thread, view))).toMatch(/^blocked: .*suppressed/);
  });

  test("is refused where its message is somebody else’s by now", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    await db.admin`update mailbox_messages set contact_id = ${people[1] ?? ""} where id = ${thread.messageId}`;
    const { letterId, draftId, hash } = view;
    expect(await refusal(signAnswer(anna, { letterId, draftId, hash, threadVersion: 1 }, now))).toMatch(/^conflict: .*no longer/);
  });

  test("waits where the mailbox is signed out, and is signed all the same", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
    const shown = (await openThread(anna, thread.threadId, now)).answer;
    expect(shown?.checks.find(({ name }) => name === "mailbox")).toMatchObject({ passes: false, blocking: false });
    await sign(anna, thread, view);
    expect(await live()).toBe(1);
  });

  test("is signed, kept and edited in its thread alone", async () => {
    const thread = await wrote();
    const { letterId, draftId, hash } = await written(anna, thread);
    const elsewhere = /^conflict: This answers what somebody wrote/;
    expect(await refusal(signDraft(anna, draftId, hash, now))).toMatch(elsewhere);
    expect(await refusal(signLetter(anna, { letterId, mails: [{ draftId, hash }] }, now))).toMatch(elsewhere);
    expect(await refusal(saveLetter(anna, letterTo(people.slice(0, 1), { letterId, version: 2 }), now))).toMatch(elsewhere);
  });

  test("keeps what it answers as long as its signature does", async () => {
    const thread = await wrote();
    const view = await written(anna, thread);
    const other = await wrote({ at: later(-60) });
    await sign(anna, thread, view);
    await expect(
      withTeam(anna, (tx) =>
        tx.execute(`update single_mails set answers_message_id = '${other.messageId}' where draft_id = '${view.draftId}'`),
      ),
    ).rejects.toMatchObject({ cause: { code: "CS004" } });
  });
});
