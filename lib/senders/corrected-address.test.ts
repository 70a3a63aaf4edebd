import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { beginConsent } from "../microsoft/tokens/begin-consent";
import { finishConsent } from "../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../microsoft/tokens/mailbox-cache";
import { consentAs } from "../microsoft/tokens/testing/start-stand-in";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { sendPlanned } from "../sending/run/send-planned";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { renewAddress } from "./renew-address";

/** A mail signed under an address that Microsoft 365 no longer names. */
let world: MailWorld;
let mail: ReadyMail;
let mailbox: string;
let enrolled: string;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000));
  const [row] = await world.db
    .admin`select id, sender_account_id as mailbox from campaign_contacts where campaign_id = ${mail.campaignId}`;
  enrolled = String(row?.id);
  mailbox = String(row?.mailbox);
  const { url, secrets } = await beginConsent(contoso.tenantId, "ben@contoso.com");
  const back = await consentAs(url, "ben@contoso.com");
  const consented = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
  await world.db
    .admin`update sender_accounts set tid = ${consented.tid}, oid = ${crypto.randomUUID()}, status = 'connected' where id = ${mailbox}`;
  await withTeam(mail.scope, (tx) => keepTokenCache(tx, mailbox, consented.cache, new Date()));
  await renewAddress(mail.scope, mailbox, new Date());
});

test("waits, with that reason, when the address was corrected", async () => {
  await feedCampaign(mail.scope, mail.campaignId, new Date());
  const [row] = await world.db.admin`select wait_reason from campaign_contacts where id = ${enrolled}`;
  expect(row?.wait_reason).toBe("sender_corrected");
});

test("waits, its signature as it was, when its slot comes before its campaign was looked over", async () => {
  const planned = { campaignContactId: enrolled, senderAccountId: mailbox, draftId: mail.draftId, runId: mail.runId };
  expect(await sendPlanned(mail.scope, planned, () => new Date())).toEqual({ kind: "wait" });
  expect(await world.admin("GET", "mail")).toEqual([]);
  const [draft] = await world.db
    .admin`select d.status, g.voided_at from email_drafts d join signatures g on g.draft_id = d.id where d.id = ${mail.draftId}`;
  expect(draft).toEqual({ status: "scheduled", voided_at: null });
});
