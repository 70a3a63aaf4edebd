import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readClient, writeClient } from "../../microsoft/graph/clients";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { mailKinds, type ReadyMail, seedFollowUp, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { settleMailbox } from "./settle-mailbox";

let world: MailWorld;
let first: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    const times = { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 0 };
    await world.admin("POST", "settings", times);
    start = new Date();
    first = await seedReadyMail(world.db.admin, minutes(-1), { followUps: 1, kind });
    await world.db.admin`update campaign_settings set daily_limit = 1000 where campaign_id = ${first.campaignId}`;
    await giveConsent(world.db.admin, first);
  });

  const planned = (mail: ReadyMail, at = start) => sendPlanned(mail.scope, mail, () => at);
  const settle = (at: Date) => settleMailbox(first.scope, first.senderAccountId, world.mailbox, at);
  const fault = (fields: object) => world.admin("POST", "faults", { times: 1, ...fields });
  const attempts = async () => (await world.db.admin`select 1 from draft_attempts where team_id = ${first.scope.teamId}`).length;
  const drafts = async () => {
    const query = "$select=id,conversationId&$top=100";
    const page = await readClient(world.mailbox).api("/me/mailFolders/drafts/messages").query(query).get();
    return (page as { value: { id: string }[] }).value.map(({ id }) => id).sort();
  };
  const keyOf = async ({ draftId }: ReadyMail) =>
    String((await world.db.admin`select send_key from deliveries where draft_id = ${draftId}`)[0]?.send_key);
  const arrivedOnce = async (mail: ReadyMail) => {
    const key = await keyOf(mail);
    await expect.poll(() => world.delivered(key), { timeout: 5000 }).toHaveLength(1);
  };

  /** It leaves; the pace of the mailbox is none of this test's, so it counts as sent long ago. */
  async function leaves(mail: ReadyMail, at = start) {
    await expect.poll(() => planned(mail, at), { timeout: 10_000 }).toEqual({ kind: "sent" });
    await world.db.admin`update deliveries set submitted_at = submitted_at - interval '1 day' where draft_id = ${mail.draftId}`;
  }

  /** The first mail of a contact, as sent, and the id of its copy. */
  async function sent(mail: ReadyMail): Promise<string> {
    await leaves(mail);
    await arrivedOnce(mail);
    return copyOf(mail);
  }

  async function copyOf(mail: ReadyMail): Promise<string> {
    const query = `$filter=internetMessageId eq '${encodeURIComponent(await messageId(mail))}'&$select=id`;
    const { value } = (await readClient(world.mailbox).api("/me/mailFolders/sentitems/messages").query(query).get()) as {
      value: { id: string }[];
    };
    return value[0]?.id ?? "";
  }
  const messageId = async ({ draftId }: ReadyMail) =>
    String((await world.db.admin`select internet_message_id as id from deliveries where draft_id = ${draftId}`)[0]?.id);

  /** What the owner of the mailbox does in Outlook. */
  async function ownerAnswers(sentId: string, fields: object = {}): Promise<string> {
    const reply = (await writeClient(world.mailbox).api(`/me/messages/${sentId}/createReply`).post({})) as {
      id: string;
      body: { content: string };
    };
    const own = "text" in fields ? { body: written(reply.body.content, String(fields.text)) } : fields;
    if (Object.keys(own).length > 0) await writeClient(world.mailbox).api(`/me/messages/${reply.id}`).patch(own);
    return reply.id;
  }
  const written = (quoted: string, text: string) => ({
    contentType: "html",
    content: quoted.replace("<body>", `<body><p>${text}</p>`),
  });

  test("twenty answers of which nothing came back are removed, what their owner began beside them stays, and each mail arrives once", async () => {
    const mails = [first];
    for (let count = 1; count < 20; count += 1) mails.push(await seedNextReadyMail(world.db.admin, first, minutes(-1), count));
    for (const mail of mails) await leaves(mail);
    await Promise.all(mails.map(arrivedOnce));
    const followUps: ReadyMail[] = [];
    for (const mail of mails) followUps.push(await seedFollowUp(world.db.admin, mail, 2, minutes(-1)));

    // The answer to createReply is lost, or says that it failed; or the app ends between its two calls, and cannot tidy up either.
    for (const [place, mail] of followUps.entries()) {
      if (place % 3 === 0) await fault({ kind: "drop-after", path: "/createReply$" });
      else if (place % 3 === 1) await fault({ kind: "status-after", status: 503, path: "/createReply$" });
      else for (const call of [{ method: "PATCH" }, { path: "/move$" }]) await fault({ kind: "drop-before", ...call });
      expect(await planned(mail)).toMatchObject({ kind: "again" });
    }
    expect([(await drafts()).length, await attempts()]).toEqual([20, 20]);
    const [theirs = "", another = "", third = ""] = await Promise.all(mails.slice(0, 3).map(copyOf));
    const owners = [
      await ownerAnswers(theirs, { text: "Dear Lena, as I said" }),
      await ownerAnswers(another, { toRecipients: [{ emailAddress: { address: "ben@contoso.com" } }] }),
      await ownerAnswers(third, { ccRecipients: [{ emailAddress: { address: "ben@contoso.com" } }] }),
    ].sort();

    for (const mail of followUps) await leaves(mail, minutes(2));
    await Promise.all([...mails, ...followUps].map(arrivedOnce));
    await settle(minutes(2));
    expect((await drafts()).length).toBe(23);
    await settle(minutes(5));
    expect(await drafts()).toEqual(owners);
    expect(await attempts()).toBe(0);
  }, 120_000);

  test("an empty answer that its owner began outside our attempts stays", async () => {
    const copy = await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    const next = await seedNextReadyMail(world.db.admin, first, minutes(-1));
    const elsewhere = await ownerAnswers(await sent(next));
    await fault({ kind: "drop-after", path: "/createReply$" });
    expect(await planned(second)).toMatchObject({ kind: "again" });
    await settle(minutes(5));
    expect(await drafts()).toEqual([elsewhere]);

    const later = await ownerAnswers(copy);
    await world.db.admin`insert into draft_attempts (team_id, delivery_id, sender_account_id, begun_at)
    select team_id, id, sender_account_id, now() - interval '4 minutes' from deliveries where draft_id = ${second.draftId}`;
    await settle(minutes(5));
    expect(await attempts()).toBe(0);
    expect(await drafts()).toEqual([elsewhere, later].sort());
  });

  test("what two attempts left, one soon after the other, is looked after once both are old enough", async () => {
    await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    for (const at of [start, minutes(1)]) {
      await fault({ kind: "drop-after", path: "/createReply$" });
      expect(await planned(second, at)).toMatchObject({ kind: "again" });
    }
    await world.db.admin`update draft_attempts a set begun_at = begun_at - interval '100 seconds'
      where team_id = ${first.scope.teamId} and begun_at = (select min(begun_at) from draft_attempts b where b.team_id = a.team_id)`;
    await settle(minutes(2.2));
    expect([(await drafts()).length, await attempts()]).toEqual([2, 2]);
    await settle(minutes(5));
    expect([await drafts(), await attempts()]).toEqual([[], 0]);
  });

  test("where there are more empty answers than we can have made, all stay", async () => {
    const copy = await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    await fault({ kind: "drop-after", path: "/createReply$" });
    expect(await planned(second)).toMatchObject({ kind: "again" });
    await ownerAnswers(copy);
    await settle(minutes(5));
    expect(await drafts()).toHaveLength(2);
    expect(await attempts()).toBe(0);
  });

  test("a double with our key is removed, and the draft that is recorded stays", async () => {
    await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    await fault({ kind: "drop-after", method: "PATCH" });
    await fault({ kind: "drop-before", path: "/move$" });
    expect(await planned(second)).toMatchObject({ kind: "again" });
    const [double] = await drafts();
    // Look-ups did not show it in time, so another was made and recorded.
    const made = await writeClient(world.mailbox).api("/me/messages").post({ subject: "x" });
    await world.db
      .admin`update deliveries set state = 'drafted', graph_id = ${(made as { id: string }).id}, drafted_at = now() where draft_id = ${second.draftId}`;
    await settle(minutes(5));
    expect(await drafts()).not.toContain(double);
    expect(await drafts()).toEqual([(made as { id: string }).id]);
  });

  test("the folder is not looked into where every attempt ended as it should", async () => {
    await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    await leaves(second);
    await arrivedOnce(second);
    await world.admin("DELETE", "calls");
    await settle(minutes(5));
    const calls = (await world.admin("GET", "calls")) as { path: string }[];
    expect(calls.filter(({ path }) => path.includes("mailFolders"))).toEqual([]);
  });

  test("a mail before that is gone, or a draft that could be tidied away, leaves no attempt to look after", async () => {
    await sent(first);
    const second = await seedFollowUp(world.db.admin, first, 2, minutes(-1));
    await fault({ kind: "status-before", path: "/createReply$", status: 404, code: "ErrorItemNotFound", times: 2 });
    expect(await planned(second)).toMatchObject({ kind: "again" });
    await fault({ kind: "status-before", method: "PATCH", status: 503 });
    expect(await planned(second)).toMatchObject({ kind: "again" });
    expect([await attempts(), await drafts()]).toEqual([0, []]);
  });
});
