import { expect } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import type { MailWorld } from "../../microsoft/graph/testing/start-mail";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { finishConsent } from "../../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../../microsoft/tokens/mailbox-cache";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import { sendDraftMail } from "../../sending/ledger/send-draft-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { type MailKind, type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { pollMailbox } from "../poll-mailbox";

export type PolledMailbox = Awaited<ReturnType<typeof openMailbox>>;

/** A connected mailbox of the real stand-in, one mail that may leave it, of a campaign if nothing is said, and what its recipient does. */
export async function openMailbox(world: MailWorld, kind: MailKind = "campaign") {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50, movedGoneMs: 50 });
  const mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { kind });
  const { campaignContactId: enrolled, senderAccountId: mailbox } = mail;
  await connect(world, mail, mailbox);
  await world.db.admin`delete from mailbox_syncs where sender_account_id = ${mailbox}`;
  await world.db.admin`delete from mailbox_watches where sender_account_id = ${mailbox}`;
  const { admin } = world.db;
  const planned = { campaignContactId: enrolled, senderAccountId: mailbox, draftId: mail.draftId, runId: mail.runId };
  return {
    mail,
    mailbox,
    planned,
    poll: (now = new Date(), budgetMs?: number) => pollMailbox(mail.scope, mailbox, now, budgetMs),
    /** Sends the mail, and waits until it is with its recipient. @returns its id in the stand-in. */
    sent: async () => {
      const clock = () => new Date();
      if (kind === "campaign") expect(await sendPlanned(mail.scope, planned, clock)).toEqual({ kind: "sent" });
      else
        expect(await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock)).toMatchObject({ kind: "sent" });
      return delivered(world, mail);
    },
    answer: (id: string, more: Record<string, unknown> = {}) => world.admin("POST", "reply", { id, ...more }),
    contact: async () => (await admin`select status, wait_reason from campaign_contacts where id = ${enrolled}`)[0],
    account: async () =>
      (await admin`select status, status_reason, trouble, trouble_code from sender_accounts where id = ${mailbox}`)[0],
    place: async (folder = "inbox") =>
      (
        await admin`select last_polled_at, page_size, error, done from mailbox_syncs where sender_account_id = ${mailbox} and folder = ${folder}`
      )[0],
    setAside: () =>
      admin`select code, tries, given_up_at is not null as "givenUp" from mailbox_set_asides where sender_account_id = ${mailbox} order by first_seen_at`,
    /** Lets so many seconds pass for what waits for its next look. */
    pass: (seconds: number) =>
      admin`update mailbox_set_asides set next_try_at = next_try_at - make_interval(secs => ${seconds})`.then(() => undefined),
    /** A message of a stranger in the inbox. @returns its id. */
    put: async (more: Record<string, unknown>) =>
      ((await world.admin("POST", "messages", { mailbox: "anna@contoso.com", ...more })) as { id: string }).id,
    count: async (table: string) =>
      Number((await admin`select count(*)::int as n from ${admin(table)} where team_id = ${mail.scope.teamId}`)[0]?.n),
  };
}

async function connect(world: MailWorld, mail: ReadyMail, mailbox: string) {
  const { url, secrets } = await beginConsent(contoso.tenantId, "anna@contoso.com");
  const back = await consentAs(url, "anna@contoso.com");
  const consented = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
  await world.db.admin`update sender_accounts set tid = ${consented.tid}, oid = ${crypto.randomUUID()}, status = 'connected',
    addresses = ${["anna@contoso.com", "anna@contoso-group.com"]} where id = ${mailbox}`;
  await withTeam(mail.scope, (tx) => keepTokenCache(tx, mailbox, consented.cache, new Date()));
}

async function delivered(world: MailWorld, mail: ReadyMail): Promise<string> {
  const [row] = await world.db.admin`select send_key from deliveries where draft_id = ${mail.draftId}`;
  const found = async () => (await world.delivered(String(row?.send_key)))[0]?.id;
  await expect.poll(found, { timeout: 5000 }).toBeTruthy();
  return String(await found());
}
