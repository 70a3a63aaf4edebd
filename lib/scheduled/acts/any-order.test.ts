import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseClock } from "@/db/access/database-clock";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { resumeAll } from "../../campaigns/resume-all";
import { stopAll } from "../../campaigns/stop-all";
import { editDraft } from "../../drafts/edit-draft";
import { rejectDraft } from "../../drafts/reject-draft";
import { signDraft } from "../../drafts/sign-draft";
import { takeBackRejection } from "../../drafts/take-back-rejection";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { AppError } from "../../errors/app-error";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { lookAtSingle } from "../../sending/singles/look-at-single";
import { lookOverSingles } from "../../sending/singles/look-over-singles";
import { removeDrafts } from "../../sending/sweep/remove-drafts";
import { settleMailbox } from "../../sending/sweep/settle-mailbox";
import { giveConsent } from "../../sending/testing/give-consent";
import { type SingleMail, seedSingleMail } from "../../sending/testing/seed-single-mail";
import { singleRunName } from "../../singles/single-run-name";
import { cancelMail } from "./cancel-mail";
import { moveMail } from "./move-mail";
import { sendNow } from "./send-now";
import { takeBackCancel } from "./take-back-cancel";
import { takeBackSendNow } from "./take-back-send-now";

/**
 * Whatever people, runs of now and runs of before do to one mail by hand, in any order and several at once: it is handed over once at most, only while it
 * is signed, and never after it was cancelled, rejected or taken back. PROVE=1 for many more rounds.
 */
const rounds = process.env.PROVE === "1" ? 300 : 12;
let world: MailWorld;
let mail: SingleMail;
let anna: Member;
let arrived = 0;
let seen: Awaited<ReturnType<typeof stopAll>>["seen"];

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.1" });
  await world.admin("POST", "settings", { moveDelayMs: 30, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0 });
});
afterAll(() => world.end());

/** The same every time, so that what failed once fails again. */
function dice(seed: number) {
  let state = seed * 2_654_435_761 + 1;
  return (sides: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % sides;
  };
}

const draftId = () => mail.draftId;
const soon = (ms: number) => new Date(Date.now() + ms);
const textOf = async () => {
  const [row] = await world.db
    .admin`select coalesce(edited_subject, subject) as subject, coalesce(edited_body, body) as body from email_drafts where id = ${draftId()}`;
  return { subject: String(row?.subject), body: String(row?.body) };
};
const sign = async () => {
  const { hash } = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, draftId()));
  await signDraft(mail.scope, draftId(), hash, new Date());
};
/** A run that woke up: of now or of any time before. */
const run = async (admission: number) => {
  const runId = singleRunName(mail.singleMailId, admission);
  await lookAtSingle(mail.scope, mail.singleMailId, runId, new Date());
  return sendPlanned(mail.scope, { ...mail, runId }, databaseClock);
};
const admissionOf = async () =>
  Number((await world.db.admin`select admission from single_mails where id = ${mail.singleMailId}`)[0]?.admission);

const acts: [string, (roll: (sides: number) => number) => Promise<unknown>][] = [
  ["sign", sign],
  ["take back", () => takeBackSignature(mail.scope, draftId(), new Date())],
  [
    "edit",
    async (roll) =>
      editDraft(mail.scope, draftId(), { subject: "Hello", body: `<p>No ${roll(9)}</p>`, seen: await textOf() }, new Date()),
  ],
  ["reject", () => rejectDraft(mail.scope, draftId(), "Wrong moment", new Date())],
  ["take back reject", () => takeBackRejection(mail.scope, draftId(), new Date())],
  ["cancel", () => cancelMail(anna, draftId(), new Date())],
  ["take back cancel", () => takeBackCancel(anna, draftId(), new Date())],
  ["move to now", () => moveMail(anna, draftId(), new Date(), new Date(Date.now() - 8000))],
  ["move away", () => moveMail(anna, draftId(), soon(3_600_000), new Date())],
  ["send now", () => sendNow(anna, draftId(), new Date(Date.now() - 8000))],
  ["take back send now", () => takeBackSendNow(anna, draftId(), new Date())],
  [
    "stop",
    async () => {
      seen = (await stopAll(mail.scope, new Date())).seen;
    },
  ],
  ["resume", () => resumeAll(mail.scope, seen, new Date())],
  ["no answer to a call", () => world.admin("POST", "faults", { kind: "status-after", status: 504, path: "/send$", times: 1 })],
  ["look over", () => lookOverSingles(mail.scope, new Date())],
  ["look over later", () => lookOverSingles(mail.scope, soon(20 * 60_000))],
  ["sweep", () => removeDrafts(mail.scope, mail.senderAccountId, world.mailbox, new Date())],
  ["run of now", async () => run(await admissionOf())],
  ["run of now", async () => run(await admissionOf())],
  ["run of before", async (roll) => run(roll((await admissionOf()) + 1))],
];

async function stands() {
  const [row] = await world.db.admin`select h.ended_reason as ended, d.status, v.state, v.send_key as key,
      (select count(*)::int from delivery_intents i where i.delivery_id = v.id) as intents,
      (select count(*)::int from sent_emails e where e.draft_id = d.id) as sent,
      (select count(*)::int from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slots,
      (select count(*)::int from signatures g where g.draft_id = d.id and g.voided_at is null) as seals
    from single_mails h join email_drafts d on d.id = h.draft_id left join deliveries v on v.draft_id = d.id where h.id = ${mail.singleMailId}`;
  return row;
}

/** What was refused says so; what broke is marked. */
function sayAnswer(answer: PromiseSettledResult<unknown>): string {
  if (answer.status === "fulfilled") return "";
  const { reason } = answer;
  return reason instanceof AppError ? ` (${reason.code})` : ` !! ${reason} ${reason?.cause}`;
}

test.each(Array.from({ length: rounds }, (_, seed) => seed))("in any order, No %i", { timeout: 60_000 }, async (seed) => {
  const roll = dice(seed + 1);
  mail = await seedSingleMail(world.db.admin, soon(-1000));
  await giveConsent(world.db.admin, mail);
  anna = { ...mail.scope, role: "member", name: "Anna", timezone: "UTC", teamTimezone: "UTC" } as Member;
  seen = (await stopAll(mail.scope, new Date())).seen;
  await resumeAll(mail.scope, seen, new Date());
  const story: string[] = [];
  for (let turn = 0; turn < 14; turn += 1) {
    const some = Array.from({ length: 1 + roll(3) }, () => acts[roll(acts.length)] ?? acts[0]);
    const answers = await Promise.allSettled(some.map((act) => act?.[1](roll)));
    for (const [place, answer] of answers.entries()) story.push(`${some[place]?.[0]}${sayAnswer(answer)}`);
    expect(
      story.filter((line) => line.includes("!!")),
      story.join(", "),
    ).toEqual([]);
    const row = await stands();
    const left = row?.key ? (await world.delivered(String(row.key))).length : 0;
    const said = `${story.join(", ")}: ${JSON.stringify(row)}`;
    expect(left, said).toBeLessThanOrEqual(1);
    if (["cancelled", "rejected"].includes(String(row?.ended)) || row?.status === "draft") expect(left, said).toBe(0);
    if (left === 1) expect(row, said).toMatchObject({ seals: 1 });
    if (row?.ended && row.ended !== "sent") expect(row.slots, said).toBe(0);
    expect(row?.slots, said).toBeLessThanOrEqual(1);
    if (row?.status === "scheduled") expect(row.slots, said).toBe(1);
    if (row?.slots === 1) expect(row, said).toMatchObject({ status: "scheduled", seals: 1 });
  }
  await world.settle();
  await resumeAll(mail.scope, seen, new Date()).catch(() => undefined);
  for (let look = 0; look < 20 && ["submitting", "reconciling"].includes(String((await stands())?.state)); look += 1) {
    await settleMailbox(mail.scope, mail.senderAccountId, world.mailbox, soon(600_000));
  }
  const row = await stands();
  const left = row?.key ? (await world.delivered(String(row.key))).length : 0;
  expect(left, story.join(", ")).toBe(row?.sent);
  arrived += left;
});

test("of all these, some have left", () => {
  expect(arrived).toBeGreaterThan(0);
  expect(arrived).toBeLessThan(rounds);
});
