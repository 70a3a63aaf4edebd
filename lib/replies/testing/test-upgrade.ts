import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import { loadRows, type Rows } from "@/db/testing/load-rows";
import { upgradedDatabase } from "@/db/testing/upgraded-database";
import { signDraft } from "../../drafts/sign-draft";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { finishConsent } from "../../microsoft/tokens/finish-consent";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import { connectMailbox } from "../../senders/connect-mailbox";
import { planMail } from "../../sending/run/plan-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { sweepCampaign } from "../../sending/sweep/sweep-campaign";
import { readState } from "../../sending/testing/upgrade/read-state";
import { signedInVersionTwo } from "../../sending/testing/upgrade/signed-in-version-two";
import { lookFirst } from "../look-first/look-first";
import { pollMailbox } from "../poll-mailbox";

/**
 * A team that upgrades in the middle of a campaign: the database and the mailbox as the release before left them
 * (lib/sending/testing/upgrade), moved to this one, then everything that runs by itself, on a clock of its own.
 */
const state = signedInVersionTwo(readState());
const { campaignId, senderAccountId } = state;
const [team, member] = [state.product.teams?.[0]?.id, state.product.members?.[0]?.id].map(String);
const scope = { teamId: team ?? "", memberId: member ?? "" };

/** Where reading of the inbox stood: behind a link of that release, in a list of changes that Exchange still knows. */
const chain = "anna@contoso.com:inbox:1:1";
const seq = Math.max(...(state.exchange.changes ?? []).map((row) => Number(row.seq)));
const token = { seq, until: seq, since: "", select: "id,receivedDateTime,isDraft", expand: "", generation: 1, chain };
const inbox = "https://graph.microsoft.com/v1.0/me/mailFolders('inbox')/messages/delta";
const delta_link = `${inbox}?$deltatoken=${Buffer.from(JSON.stringify(token)).toString("base64url")}`;
state.product.mailbox_syncs = [{ team_id: team, sender_account_id: senderAccountId, delta_link, last_polled_at: state.takenAt }];
state.exchange.chains = [{ id: chain, newest: 1 }];

type Draft = {
  id: string;
  campaign_contact_id: string;
  request: { from: { email: string }; to: { email: string }; subject: string; html: string; unsubscribeUrl: string } | null;
  request_hash: string | null;
};
type Mail = {
  recipient: string;
  sender: string;
  subject: string;
  body: string;
  message_id: string;
  in_reply_to: string | null;
  conversation: string;
  headers: { name: string; value: string }[];
};
const signedBefore = (state.product.email_drafts as Draft[]).filter((draft) => draft.request !== null);
/** Their kept requests are damaged on the way: nobody can tell what was signed. */
const damaged: string[] = ["altered@outside.example", "lost@outside.example"];
const isWhole = (draft: Draft) => !damaged.includes(draft.request?.to.email ?? "");

/** @param sentId whether a mail keeps its id when it is sent. One for each file, because the settings of a process are read once. */
export function testUpgrade(sentId: "stays" | "changes", env: Record<string, string | undefined>) {
  let world: MailWorld;
  let now = new Date(new Date(state.takenAt).getTime() + 60_000);
  const clock = () => now;

  beforeAll(async () => {
    world = await startMail(env, await upgradedDatabase("0005_indexes", state.product));
    const url = new URL(env.TEST_POSTGRES_URL ?? "");
    url.pathname = `/${world.db.name}_365`;
    await loadRows(url.toString(), sentId === "stays" ? state.exchange : withOtherIds(state.exchange));
    const times = { moveDelayMs: 30, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 0 };
    await world.admin("POST", "settings", { sentId, ...times });
    await world.db.admin`update email_drafts set request = jsonb_set(request, '{version}', '9') where id = ${draftTo("altered")}`;
    await world.db.admin`update email_drafts set request = null where id = ${draftTo("lost")}`;
    const { url: page, secrets } = await beginConsent(contoso.tenantId, "anna@contoso.com");
    const back = await consentAs(page, "anna@contoso.com");
    const consented = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
    expect(await connectMailbox(scope, consented, now)).toBe(senderAccountId);
    await live();
  }, 120_000);
  afterAll(() => world?.end());

  const delivered = () => world.admin("GET", "mail") as Promise<Mail[]>;

  /** Everything that runs by itself, and a person who signs the follow-ups, until everybody got every mail; for ten days at most. */
  async function live() {
    const end = new Date(now.getTime() + 10 * 86_400_000);
    while (now < end && (await isGoingOn())) {
      await pollMailbox(scope, senderAccountId, now);
      await signFollowUps();
      await sweepCampaign(scope, campaignId, now);
      const next = await runAll();
      now = next.find((at) => at > now) ?? new Date(now.getTime() + 6 * 3_600_000);
    }
  }

  async function isGoingOn(): Promise<boolean> {
    const rows = await world.db.admin`select 1 from campaign_contacts where status in ('pending', 'in_progress')
      and not recipient_email = any(${damaged}) limit 1`;
    return rows.length > 0;
  }

  async function signFollowUps() {
    const drafts = await world.db.admin<
      { id: string }[]
    >`select id from email_drafts where status = 'draft' and sequence_step = 2 and rejected_at is null`;
    for (const { id } of drafts) {
      const { hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, id));
      await signDraft(scope, id, hash, now);
    }
  }

  /** What each run of a contact does until it waits. @returns when they go on, in order. */
  async function runAll(): Promise<Date[]> {
    const runs = await world.db.admin<
      { id: string; runId: string }[]
    >`select id, run_id as "runId" from campaign_contacts where status in ('pending', 'in_progress') and run_id is not null order by position`;
    const later: Date[] = [];
    for (const run of runs) later.push(...(await follow(run)));
    return later.sort((a, b) => a.getTime() - b.getTime());
  }

  async function follow({ id, runId }: { id: string; runId: string }): Promise<Date[]> {
    for (;;) {
      const plan = await planMail(scope, id, runId, now);
      if (plan.kind === "write") await writeDrafts(scope, { campaignContactId: id }, now, 1);
      if (plan.kind === "ended" || plan.kind === "wait") return [];
      if (plan.kind === "rest") return [plan.at];
      if (plan.kind !== "send") continue;
      if (plan.at > now) return [plan.at];
      const before = (await delivered()).length;
      const sent = await sendPlanned(
        scope,
        { campaignContactId: id, senderAccountId, draftId: plan.draftId, runId },
        clock,
        lookFirst,
      );
      if (sent.kind === "again") return [new Date(sent.at)];
      if (sent.kind !== "sent") return [];
      // It may have left before; what left now is to arrive before the clock goes on.
      if (await isNew(plan.draftId))
        while ((await delivered()).length === before) await new Promise((next) => setTimeout(next, 20));
    }
  }

  /** Whether the mail left after the upgrade: by an intent of this clock that was answered 202. */
  async function isNew(draftId: string): Promise<boolean> {
    const [row] = await world.db.admin`select 1 from delivery_intents i join deliveries v on v.id = i.delivery_id
      where v.draft_id = ${draftId} and i.answer = 202 and i.created_at > ${state.takenAt}`;
    return row !== undefined;
  }

  test.each(signedBefore.filter(isWhole).map((draft) => [nameOf(draft), draft] as const))(
    "%s, signed before, leaves once, as it was signed",
    async (_, draft) => {
      const [ledger] = await world.db
        .admin`select v.state, v.request_hash as hash, v.internet_message_id as "messageId", d.status::text,
          (select g.hash from signatures g where g.draft_id = d.id and g.voided_at is null) as signed, d.request, d.failure
        from email_drafts d left join deliveries v on v.draft_id = d.id where d.id = ${draft.id}`;
      expect(ledger).toMatchObject({ status: "sent", hash: draft.request_hash, signed: draft.request_hash });
      expect(ledger?.request).toEqual(draft.request);
      const mails = (await delivered()).filter((mail) => mail.message_id === ledger?.messageId);
      const { from, to, subject, html, unsubscribeUrl } = draft.request ?? { from: { email: "" }, to: { email: "" } };
      expect(mails).toMatchObject([{ recipient: to.email, sender: from.email, subject }]);
      expect(closed(mails[0]?.body)).toContain(closed(html));
      expect(mails[0]?.headers).toContainEqual({ name: "List-Unsubscribe", value: `<${unsubscribeUrl}>` });
    },
  );

  const people = [...new Set(signedBefore.filter(isWhole).map(({ request }) => request?.to.email ?? ""))];
  test.each(people)("%s gets two mails, the second in the thread of the first", async (person) => {
    const mails = (await delivered()).filter(({ recipient }) => recipient === person);
    expect(mails.map(({ subject }) => subject)).toEqual(["Invoices at Nordwind", "Re: Invoices at Nordwind"]);
    expect(mails[1]).toMatchObject({ in_reply_to: mails[0]?.message_id, conversation: mails[0]?.conversation });
    const ways = mails.map(({ headers }) => headers.find(({ name }) => name === "List-Unsubscribe")?.value.split("?")[0]);
    const isFollowUpNew = !signedBefore.some(({ request }) => request?.to.email === person && request.subject.startsWith("Re:"));
    expect(ways[1] === "<mailto:anna@contoso.com").toBe(isFollowUpNew);
  });

  test.each([
    ["altered", /version 9/],
    ["lost", /not kept/],
  ])("what nobody can read any more does not leave and says so: %s", async (name, sentence) => {
    expect((await delivered()).filter(({ recipient }) => recipient === `${name}@outside.example`)).toEqual([]);
    const [row] = await world.db.admin`select d.status::text, c.wait_reason as reason, g.void_cause as cause from email_drafts d
        join campaign_contacts c on c.id = d.campaign_contact_id join signatures g on g.draft_id = d.id where d.id = ${draftTo(name)}`;
    expect(row).toEqual({ status: "draft", reason: "needs_signature", cause: expect.stringMatching(sentence) });
  });

  test("copies of what left lately are as they were signed, and no other was read", async () => {
    const rows = await world.db
      .admin`select read_back as verdict, confirmed_at < ${state.takenAt}::timestamptz - interval '1 day' as old,
        count(*)::int as count from deliveries where state = 'confirmed' group by 1, 2`;
    expect(rows.filter(({ verdict, old }) => (old ? verdict !== null : verdict !== "equal"))).toEqual([]);
    expect(rows.some(({ verdict }) => verdict === "equal")).toBe(true);
  });

  test("the inbox was read on behind its link of before, and every other folder has a place now", async () => {
    const rows = await world.db.admin<
      { folder: string; link: string }[]
    >`select folder, delta_link as link from mailbox_syncs order by folder`;
    expect(rows.map(({ folder }) => folder)).toEqual(["everywhere", "inbox", "junkemail"]);
    const reached = new URL(rows[1]?.link ?? "").searchParams.get("$deltatoken") ?? "";
    expect(JSON.parse(Buffer.from(reached, "base64url").toString())).toMatchObject({ chain });
  });

  test("no draft is left behind in the mailbox", async () => {
    const rows = await world.db
      .admin`select state, count(*)::int from deliveries where state in ('drafting', 'reconciling', 'submitting', 'review', 'failed') group by 1`;
    expect([...rows]).toEqual([]);
  });
}

/** Without the blanks that Exchange writes into styles. */
const closed = (html = "") => html.replace(/; /g, ";");

function draftTo(name: string): string {
  return signedBefore.find(({ request }) => request?.to.email === `${name}@outside.example`)?.id ?? "";
}

function nameOf({ request }: Draft): string {
  return `${request?.to.email.split("@")[0]}${request?.subject.startsWith("Re:") ? ", its follow-up" : ""}`;
}

/** The mailbox as it would be, had each mail got another id when it was sent. */
function withOtherIds(exchange: Rows): Rows {
  const sent = (exchange.messages ?? []).filter(({ folder }) => folder === "sentitems").map(({ id }) => String(id));
  const other = (id: unknown) => (sent.includes(String(id)) ? String(id).replace(/AAA=$/, "BBB=") : id);
  return {
    ...exchange,
    messages: (exchange.messages ?? []).map((row) => ({
      ...row,
      former_id: other(row.id) === row.id ? null : row.id,
      id: other(row.id),
    })),
    delivered: (exchange.delivered ?? []).map((row) => ({ ...row, source: other(row.source) })),
    changes: (exchange.changes ?? []).map((row) => (row.folder === "sentitems" ? { ...row, id: other(row.id) } : row)),
  };
}
