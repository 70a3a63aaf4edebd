import { draftedInMailbox } from "@/db/schema/words";
import { restCode } from "../../../microsoft/rest-code";
import { toInstant } from "../../../schedule/clock/instants";
import { WEEKDAYS } from "../../../schedule/clock/read-rules";
import { localDay } from "../../../schedule/local-day";
import type { SendingRules } from "../../../schedule/types";
import { judgeIntent, judgeMailbox, type Refusal } from "../../ledger/judge-intent";
import type { SentStep } from "../../run/sent-step";
import type { Answer } from "../runs/exchange";
import { follow } from "./follow";
import { move, settleDoubt } from "./ledger";
import type { Outcome, Sender } from "./outcome";
import { type Delivery, type Draft, draftsByHand, draftsOf, isWithExchange, type Rows, recordAccepted } from "./rows";
import { without } from "./without";

const lookLivesMs = 5000;
const hearsForMs = 1500;
const settlesMs = 60_000;
const later = (at: number): Outcome => ({ kind: "later", at });

/** As sendPlanned: every transaction of it is one stretch without an await. */
export async function sendMail(sender: Sender): Promise<SentStep> {
  const held = await sender.exchange.lease(async (): Promise<Outcome> => {
    const { draft } = sender;
    draft.delivery ??= blank(draft.request ?? "", sender.now());
    const isBefore = draft.delivery.state === "queued" || draftedInMailbox.includes(draft.delivery.state);
    const refusal = isBefore ? judge(sender) : null;
    return refusal ? { kind: "refused", refusal } : bring(sender);
  });
  return follow(sender, held ? held.result : { kind: "busy" });
}

/** As sendDraftMail. */
async function bring(sender: Sender): Promise<Outcome> {
  const { draft, now } = sender;
  let row = { ...(draft.delivery as Delivery) };
  if (row.state === "submitting" || row.state === "reconciling") {
    if (row.nextLookAt !== null && row.nextLookAt > now()) return { kind: "doubt", at: row.nextLookAt };
    const settled = await settleDoubt(sender, row, now());
    if (settled.lookAgainAt !== null) return { kind: "doubt", at: settled.lookAgainAt };
    row = settled.row;
  }
  if (row.state === "accepted" || row.state === "confirmed") return { kind: "sent" };
  if (row.state === "review" || row.state === "failed") return { kind: row.state };
  const made = await makeDraft(sender, row, now());
  return "state" in made ? submit(sender, made) : made;
}

/** As draftMail: the draft of the mail as it would be handed over now. */
async function makeDraft(sender: Sender, given: Delivery, now: number): Promise<Delivery | Outcome> {
  const { rows, draft, exchange } = sender;
  const request = draft.request ?? "";
  const isCurrent = given.request === request;
  if (given.graphId && isCurrent) return given;
  const closed = judgeMailbox(mailboxOf(rows), toInstant(now));
  if (closed) return { kind: "refused", refusal: closed };
  let row: Delivery | null = given;
  if (!isCurrent && given.state !== "queued") row = discard(sender, given, now);
  if (!row) return later(now + 10_000);
  if (row.state === "drafting") {
    const found = exchange.items.find((item) => item.key === keyOf(sender) && item.isDraft);
    if (found) return record(sender, row, found.id);
    const age = now - (row.nextLookAt ?? row.createdAt);
    if (age < settlesMs) return later(now + Math.ceil((settlesMs - age) / 1000) * 1000);
  }
  const mark = { nextLookAt: now, request, errorCode: isCurrent ? row.errorCode : null };
  const begun =
    row.state === "queued" ? move(draft, row, { kind: "draft begun" }, mark) : Object.assign(draft.delivery as Delivery, mark);
  if (!begun) return later(now + 1000);
  const was = { ...begun };
  const made = await exchange.create(keyOf(sender), request);
  if (typeof made === "string") return record(sender, was, made);
  const until = made.retryAfterSeconds ? rest(rows, made.retryAfterSeconds, now) : null;
  return later(until ?? now + 5000);
}

function discard({ draft, exchange, ...sender }: Sender, row: Delivery, now: number): Delivery | null {
  const key = keyOf({ draft, ...sender });
  const own = exchange.items.filter((item) => (row.graphId ? item.id === row.graphId : item.key === key && item.isDraft));
  for (const item of own) exchange.discard(item.id);
  const isOld = now - (row.nextLookAt ?? row.createdAt) >= settlesMs;
  if (own.length === 0 && !isOld) return null;
  return move(draft, row, { kind: "draft deleted" }, { graphId: null, nextLookAt: null, looks: 0 });
}

function record({ draft, now }: Sender, row: Delivery, graphId: string): Delivery | Outcome {
  const made = move(draft, row, { kind: "draft made" }, { graphId, nextLookAt: null, errorCode: null });
  return made ?? later(now() + 1000);
}

async function submit(sender: Sender, row: Delivery): Promise<Outcome> {
  const { person, draft, exchange, now } = sender;
  const startBy = now() + lookLivesMs;
  const lookedAt = now();
  await exchange.read(row.graphId as string);
  if (row.looks > 0 && draft.delivery?.state === row.state) Object.assign(draft.delivery, { looks: 0, nextLookAt: null });
  let heardUntil = Number.POSITIVE_INFINITY;
  if (person.step > 0) {
    await sender.hear();
    heardUntil = now() + hearsForMs;
  }
  const refusal = judge(sender);
  if (refusal) return { kind: "refused", refusal };
  const { delivery } = draft;
  if (!delivery?.graphId || delivery.state !== "drafted" || delivery.request !== draft.request) return later(now() + 1000);
  Object.assign(delivery, { state: "submitting", submittedAt: now(), errorCode: null });
  const submitting = { ...delivery };
  if (now() - lookedAt > lookLivesMs || now() > heardUntil) {
    move(draft, submitting, { kind: "intent given up" }, { submittedAt: row.submittedAt });
    return later(now());
  }
  const answer = await exchange.send(delivery.graphId, async () => now() <= Math.min(startBy, heardUntil));
  return hearAnswer(sender, submitting, answer);
}

async function hearAnswer(sender: Sender, submitting: Delivery, answer: Answer): Promise<Outcome> {
  const { rows, person, draft, now } = sender;
  const at = now();
  const known = answer.status === 202 ? { acceptedAt: at } : { errorCode: answer.code };
  const moved = move(draft, submitting, { kind: "answer", status: answer.status }, known);
  if (moved?.state === "accepted") recordAccepted(rows, person, draft, at);
  if (answer.retryAfterSeconds) rest(rows, answer.retryAfterSeconds, at);
  if (moved?.state === "accepted") return { kind: "sent" };
  const settled = await settleDoubt(sender, moved ?? { ...(draft.delivery as Delivery) }, now());
  const { state } = settled.row;
  if (state === "confirmed" || state === "accepted") return { kind: "sent" };
  if (state === "failed") return { kind: "failed" };
  return settled.lookAgainAt === null ? later(at) : { kind: "doubt", at: settled.lookAgainAt };
}

/** As lockIntentFacts has it of mails without a campaign. */
const anyHour: SendingRules = {
  ...{ windowStart: "00:00", windowEnd: "24:00", days: WEEKDAYS, timeZone: "UTC" },
  ...{ dailyLimit: Number.MAX_SAFE_INTEGER, spacingSeconds: 0 },
};

/** As lockIntentFacts, and then production's judge. */
function judge({ rows, person, draft, runId, now, breach }: Sender): Refusal | null {
  const at = now();
  const leftOf = (drafts: Draft[]) =>
    drafts.flatMap((one) => (one !== draft && isWithExchange(one) ? (one.delivery?.submittedAt ?? []) : []));
  const [ofCampaign, byHand] = [leftOf(draftsOf(rows)), leftOf(draftsByHand(rows))];
  const isByHand = person.leaveAt !== null;
  const left = isByHand ? [] : ofCampaign;
  const rules = isByHand ? anyHour : rows.rules;
  const day = localDay(rules, toInstant(at));
  const isToday = (ms: number) => ms >= day.start.epochMilliseconds && ms < day.end.epochMilliseconds;
  const last = left.length > 0 ? Math.max(...left) : null;
  const refusal = judgeIntent(
    {
      teamStopped: rows.stopped && breach !== "paused",
      campaignStatus: isByHand || (breach === "paused" && rows.status === "paused") ? "active" : rows.status,
      contactStatus: breach === "after-answer" ? "in_progress" : person.status,
      fenced: person.runId === runId || breach === "paused",
      ...mailboxOf(rows),
      guarded: false,
      domainUnproven: false,
      mayBeAnswered: false,
      answered: person.answered && breach !== "after-answer",
      held: null,
      elsewhere: false,
      suppressed: person.suppressed && breach !== "after-answer",
      signedHash: draft.signed,
      requestHash: draft.request ?? "",
      senderCorrected: false,
      footerLacks: null,
      changedInOutlook: false,
      leftOtherwise: false,
      slotAt: toInstant(draft.slot ?? (breach === "after-answer" ? at : null)),
      rules: without(rules, breach),
      usedToday: left.filter(isToday).length,
      lastSentAt: breach === "spacing" ? null : toInstant(last),
      mailboxSent:
        breach === "spacing" ? [] : [...ofCampaign, ...byHand].filter((ms) => ms > at - 120_000).map((ms) => toInstant(ms)),
      mailboxDayUsed: null,
      teamBudgetUsed: null,
    },
    toInstant(at),
  );
  return breach === "early" && refusal?.reason === "not yet" ? null : refusal;
}

/** As restMailbox. @returns until when. */
function rest(rows: Rows, seconds: number, now: number): number {
  const until = now + Math.min(seconds * 1000, 6 * 3_600_000);
  rows.restsUntil = Math.max(rows.restsUntil ?? 0, until);
  return until;
}

function mailboxOf({ restsUntil }: Rows) {
  const trouble = restsUntil === null ? null : ("limited" as const);
  return {
    mailboxStatus: "connected" as const,
    mailboxTrouble: trouble,
    troubleCode: trouble && restCode,
    troubleUntil: toInstant(restsUntil),
  };
}

const keyOf = ({ person, draft }: Pick<Sender, "person" | "draft">) => `${person.place}/${draft.step}`;
const blank = (request: string, createdAt: number): Delivery => ({
  ...{ state: "queued", resends: 0, looks: 0, request, errorCode: null, graphId: null, createdAt },
  ...{ nextLookAt: null, submittedAt: null, acceptedAt: null, recorded: false },
});
