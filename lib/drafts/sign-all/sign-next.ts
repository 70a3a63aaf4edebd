import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { members } from "@/db/schema/teams";
import { hasRight } from "../../auth/rights";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { askFeed } from "../../events/ask-feed";
import { buildDraftRequests, type DraftRequest } from "../../mail/build-draft-requests";
import { leaveFrom, readLeaveFacts } from "../../singles/leave-facts";
import { planAllSigned } from "../../singles/plan-all-signed";
import { inTurns } from "../../turns/in-turns";
import { judge, judgeText, mayBeSigned } from "../check-draft";
import { isWaiting } from "../review/queued-drafts";
import { tellRuns } from "../wake-runs";
import { keepSignatures } from "../write/keep-signatures";
import { finishSigning } from "./finish-signing";

type Signer = Scope & { memberId: string };

/** Signs several batches, one after another. */
export async function signSome(scope: Signer, jobId: string, batches = 5): Promise<{ more: boolean }> {
  for (let batch = 0; batch < batches; batch += 1) if (!(await signNext(scope, jobId, new Date())).more) return { more: false };
  return { more: true };
}

/**
 * Signs the next drafts of a confirmed order, in one transaction: each only if it still is exactly what was shown, waits, and passes every
 * check. Call it until `more` is false. What it did it has noted in the same transaction, so that called again after a crash it signs
 * nothing twice and leaves nothing out.
 * @param scope who gave the order: without the right to sign the order is stopped.
 */
export function signNext(scope: Signer, jobId: string, now: Date, limit = 1000): Promise<{ more: boolean }> {
  return withTeam(scope, async (tx) => {
    const [job] = await tx.select().from(signJobs).where(eq(signJobs.id, jobId)).for("update");
    if (job?.state !== "running" || job.memberId !== scope.memberId) return { more: false };
    if (!(await maySign(tx, scope))) {
      await finishSigning(tx, jobId, "stopped", now);
      return { more: false };
    }
    const ordered = await readRows<Ordered>(
      tx,
      sql`select place, draft_id as "draftId", hash from sign_job_drafts where job_id = ${jobId} and state = 'waiting' order by place limit ${limit}`,
    );
    const ids = ordered.map(({ draftId }) => draftId);
    const facts = await lockWaiting(tx, ids);
    const built = await buildDraftRequests(tx, ids);
    const leaves = await readLeaves(tx, [...facts.values()], now);
    const judged = await inTurns(ordered, (order) => {
      const fact = facts.get(order.draftId);
      const state = stateOf(order, fact, built.get(order.draftId));
      // Its letter asks for a good time, and the team's hours never open.
      const isNever = state === "signed" && fact?.singleMailId && !leaves.has(order.draftId);
      return { ...order, state: isNever ? ("refused" as const) : state };
    });
    const signed = judged.flatMap(({ draftId, state }) => {
      const mail = built.get(draftId);
      const fact = facts.get(draftId);
      return state === "signed" && mail && fact ? [{ ...fact, ...mail }] : [];
    });
    await keepSignatures(tx, { kind: "person", signedBy: scope.memberId, jobId }, signed, now);
    await note(tx, jobId, judged);
    // Each has a time of its own, which is no campaign's: it has its slot as soon as it is signed.
    const leaving = signed.flatMap(({ id, singleMailId }) => {
      const leave = leaves.get(id);
      return singleMailId && leave ? [{ singleMailId, leave }] : [];
    });
    await planAllSigned(tx, scope.teamId, leaving, now);
    const more = ordered.length === limit;
    const ofCampaigns = signed.filter(({ singleMailId }) => singleMailId === null);
    await tellRuns(tx, scope.teamId, ofCampaigns, now);
    // The first may leave at once; all others have their slots when the order ends (finish-signing), or with the sweep of the minute.
    if (more && job.signed === 0)
      await askFeed(tx, scope.teamId, [...new Set(ofCampaigns.flatMap(({ campaignId }) => campaignId ?? []))]);
    if (!more) await finishSigning(tx, jobId, "done", now);
    return { more };
  });
}

type Ordered = { place: number; draftId: string; hash: string };
type State = "signed" | "refused" | "passed over";

async function maySign(tx: TeamTransaction, { memberId }: Signer): Promise<boolean> {
  const [member] = await tx.select({ role: members.role, status: members.status }).from(members).where(eq(members.id, memberId));
  return member?.status === "active" && hasRight(member.role, "drafts:sign");
}

type Facts = {
  id: string;
  campaignId: string | null;
  campaignContactId: string | null;
  /** Of a mail without a campaign. */
  singleMailId: string | null;
  /** The run that holds the contact, if one does. */
  runId: string | null;
  missingFields: string[];
  body: string;
  editedBody: string | null;
  editedSubject: string | null;
  suppressed: string | null;
  mailboxStatus: string;
  mailbox: string;
};

/**
 * Those of the drafts that wait for a signature and whose contact does, locked in the order in which everybody locks many. Read in a
 * statement after the lock: one that waited for it would see the draft as it was before.
 */
async function lockWaiting(tx: TeamTransaction, ids: string[]): Promise<Map<string, Facts>> {
  const locked = await readRows<{ id: string }>(
    tx,
    sql`select d.id from email_drafts d where d.id = any(${sql.param(ids)}::uuid[]) and d.status = 'draft' and d.rejected_at is null
        order by d.id for update`,
  );
  const rows = await readRows<Facts>(
    tx,
    sql`select x.* from unnest(${sql.param(locked.map(({ id }) => id))}::uuid[]) q(id) cross join lateral (
          select d.id, d.campaign_id as "campaignId", c.id as "campaignContactId", h.id as "singleMailId", c.run_id as "runId",
            d.missing_fields as "missingFields", coalesce(d.edited_body, d.body) as body, d.edited_body as "editedBody", d.edited_subject as "editedSubject", m.status as "mailboxStatus", m.email as mailbox,
            (select s.reason ${suppressionsOf(sql`p.id`)} order by ${suppressionOrder} limit 1) as suppressed
          from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id left join campaigns k on k.id = d.campaign_id
            left join single_mails h on h.draft_id = d.id left join letters l on l.id = h.letter_id
            join contacts p on p.id = d.contact_id join sender_accounts m on m.id = coalesce(c.sender_account_id, d.sender_account_id)
          where d.id = q.id and ${isNotChanged} and ${isWaiting} offset 0) x`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function stateOf({ hash }: Ordered, facts: Facts | undefined, mail: DraftRequest | undefined): State {
  if (!facts || mail?.version !== hash) return "passed over";
  const checks = judge(facts, mail.request, facts.suppressed, { status: facts.mailboxStatus, email: facts.mailbox });
  if (facts.singleMailId) checks.push(...judgeText(facts.body));
  return mayBeSigned(checks) ? "signed" : "refused";
}

/** Of the mails without a campaign, when each would leave, by its draft; none for one that never would. */
async function readLeaves(tx: TeamTransaction, facts: Facts[], now: Date) {
  const singles = facts.flatMap(({ id, singleMailId }) => (singleMailId ? [{ id, singleMailId }] : []));
  const known = await readLeaveFacts(
    tx,
    singles.map(({ singleMailId }) => singleMailId),
  );
  return new Map(
    singles.flatMap(({ id, singleMailId }) => {
      const own = known.get(singleMailId);
      const leave = own && leaveFrom(own, now);
      return leave ? [[id, leave] as const] : [];
    }),
  );
}

async function note(tx: TeamTransaction, jobId: string, judged: (Ordered & { state: State })[]) {
  await tx.execute(
    sql`update sign_job_drafts o set state = x.state
        from unnest(${sql.param(judged.map(({ place }) => place))}::int[], ${sql.param(judged.map(({ state }) => state))}::text[]) as x(place, state)
        where o.job_id = ${jobId} and o.place = x.place`,
  );
  const count = (state: State) => judged.filter((one) => one.state === state).length;
  await tx.execute(
    sql`update sign_jobs set signed = signed + ${count("signed")}, refused = refused + ${count("refused")},
          passed_over = passed_over + ${count("passed over")} where id = ${jobId}`,
  );
}
