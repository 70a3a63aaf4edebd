import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { giveConsent } from "../sending/testing/give-consent";
import { readNotices } from "./read-notices";
import { sendTestNotice } from "./send-test-notice";
import { setNoticeTarget } from "./set-notice-target";
import { tellNotices } from "./tell-notices";
import { type Asking, seedAsking } from "./testing/seed-asking";

let mail: MailWorld;
let world: Asking;
const start = new Date("2026-11-24T10:00:00Z");
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

beforeAll(async () => {
  mail = await startMail(process.env);
});
afterAll(() => mail.end());
beforeEach(async () => {
  await mail.admin("POST", "reset", {});
  world = await seedAsking(mail.db.admin);
  await giveConsent(mail.db.admin, { scope: world.anna, senderAccountId: world.senderAccountId });
  await setNoticeTarget(world.ben, "own", { when: "at once", way: "mail", senderAccountId: world.senderAccountId }, start);
});

const inbox = async (of = "ben@contoso.com") =>
  (await mail.admin("GET", `mail?to=${of}`)) as { from: string; subject: string; html?: string; body?: string }[];
const tell = (seconds: number) => tellNotices(world.scope, at(seconds));
const last = async () => {
  const [row] = (await world.notices()).slice(-1);
  return { told: row?.told_at !== null, failure: row?.failure };
};
const change = (values: object) =>
  mail.db.admin`update sender_accounts set ${mail.db.admin(values)} where id = ${world.senderAccountId}`;

describe("by mail", () => {
  test("a burst arrives as one mail at the member's own address, from the team's mailbox, and nowhere else", async () => {
    for (let n = 0; n < 40; n += 1)
      await world.answers(at(n), {}, n === 0 ? world.contactId : await world.seedPerson(`Person ${n}`));
    await tell(60);
    await mail.settle();
    const mails = await inbox();
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails[0])).toContain("anna@contoso.com");
    expect(mails[0]?.subject).toBe("40 new answers");
    expect(JSON.stringify(mails[0])).toContain("Person 39");
    expect(await inbox("lena1@novak.example")).toEqual([]);
    expect(await last()).toEqual({ told: true, failure: null });
    // Nothing of it is counted among what leaves to others.
    expect(await mail.db.admin`select 1 from sent_emails where team_id = ${world.teamId}`).toHaveLength(0);
    expect(await mail.admin("GET", "messages?mailbox=anna@contoso.com&folder=drafts")).toEqual([]);
  });

  test.each([
    ["signed out", "signed_out", { status: "signed_out", status_reason: "x" }, { status: "connected" }],
    ["in trouble", "full", { trouble: "full", trouble_since: start }, { trouble: null, trouble_since: null }],
  ])(
    "a mailbox that is %s is not used: news waits, its page says why, and it is told when it is back",
    async (_, hold, broken, sound) => {
      await world.answers(at(0));
      await change(broken);
      await tell(30);
      await tell(3600);
      await mail.settle();
      expect(await inbox()).toEqual([]);
      expect(await world.notices()).toMatchObject([{ told_at: null, tries: 0, failure: null }]);
      const view = await readNotices({ ...world.ben, timezone: "UTC", teamTimezone: "UTC", email: "ben@contoso.com" } as never);
      expect(view.own).toMatchObject({ waiting: 1, failure: null });
      expect(view.mailboxes).toMatchObject([{ email: "anna@contoso.com", hold }]);
      await change(sound);
      await tell(7200);
      await mail.settle();
      expect(await inbox()).toHaveLength(1);
    },
  );

  test("a mailbox that its guard rail paused is not used", async () => {
    await mail.db.admin`insert into mailbox_guards (team_id, sender_account_id, kind, began_at, of, counted, allowed_percent)
      values (${world.teamId}, ${world.senderAccountId}, 'dead addresses', ${start}, 200, 20, 5)`;
    await world.answers(at(0));
    await tell(30);
    expect(await world.notices()).toMatchObject([{ told_at: null, tries: 0 }]);
  });

  test("what Exchange refuses is tried again, and leaves no draft behind", async () => {
    await mail.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", sending: "ErrorMessageSubmissionBlocked" });
    await world.answers(at(0));
    await tell(30);
    expect((await last()).failure).toMatch(/^Nothing could be sent from anna@contoso\.com: /);
    expect(await mail.admin("GET", "messages?mailbox=anna@contoso.com&folder=drafts")).toEqual([]);
    await mail.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", sending: null });
    await tell(600);
    await mail.settle();
    expect(await inbox()).toHaveLength(1);
  });

  test("one of which nobody knows whether it left comes once more at most", async () => {
    await mail.admin("POST", "faults", { kind: "status-after", path: "/send$", status: 504, times: 9 });
    await world.answers(at(0));
    for (const seconds of [30, 600, 6000, 60_000]) await tell(seconds);
    await mail.settle();
    expect((await inbox()).length).toBeLessThanOrEqual(2);
    expect(await last()).toMatchObject({ told: true, failure: expect.stringMatching(/asked twice, and may have been told/) });
  });

  test("whoever asked for no more mail is named without their words", async () => {
    await world.answers(at(0), { snippet: "Remove me at once, you fools", wish: "remove" });
    await tell(30);
    await mail.settle();
    const [one] = await inbox();
    expect(JSON.stringify(one)).toContain("not to be mailed any more");
    expect(JSON.stringify(one)).not.toContain("fools");
  });

  test("of a long letter no more than the first line, and of that 120 letters", async () => {
    await world.answers(at(0), { snippet: `${"wörd ".repeat(60)}\nthe second line is a secret` });
    await tell(30);
    await mail.settle();
    const text = JSON.stringify(await inbox());
    expect(text).not.toContain("secret");
    expect(text.match(/wörd/g)?.length).toBe(24);
  });

  test("a test arrives, and says from where to where", async () => {
    expect(await sendTestNotice(world.ben, "own", at(0))).toEqual({ says: "Sent from anna@contoso.com to ben@contoso.com." });
    await mail.settle();
    expect((await inbox())[0]?.subject).toBe("Countersign can tell you here");
    expect(await world.notices()).toEqual([]);
  });
});

describe("whose it is", () => {
  test("nobody tells through another team's mailbox, and changes nothing there", async () => {
    const other = await seedTeam(mail.db.admin, { tenantId: contoso.tenantId.replace(/^./, "0") });
    const foreign = await seedMailbox(mail.db.admin, other.teamId, { email: "else@contoso.com", displayName: "Else" });
    await expect(setNoticeTarget(world.ben, "own", { senderAccountId: foreign }, start)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(setNoticeTarget(other.scope, "own", { senderAccountId: world.senderAccountId }, start)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await mail.db.admin`select 1 from notice_targets where team_id = ${other.teamId}`).toHaveLength(0);
  });

  test("the channel is an administrator's alone, the database itself says so", async () => {
    for (const who of [world.ben, world.vera])
      await expect(setNoticeTarget(who, "team", { when: "at once" }, start)).rejects.toThrow();
    await setNoticeTarget(world.anna, "team", { when: "at once" }, start);
    await expect(setNoticeTarget(world.ben, "team", { when: "never" }, start)).rejects.toThrow();
    const [row] = await mail.db
      .admin`select when_told as "when", way from notice_targets where team_id = ${world.teamId} and member_id is null`;
    expect(row).toEqual({ when: "at once", way: "teams" });
  });

  test("mail without a mailbox, and a channel by mail, are refused in words", async () => {
    await expect(setNoticeTarget(world.vera, "own", { when: "at once" }, start)).rejects.toThrow(/Choose the mailbox/);
    await expect(setNoticeTarget(world.anna, "team", { way: "mail" }, start)).rejects.toThrow(/channel is one of Teams/);
  });
});
