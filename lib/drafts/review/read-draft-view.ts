import { isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { teamStops } from "@/db/schema/teams";
import { type Writer, withExchange } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { shownVersionLength } from "../../mail/draft-parts";
import { readKeptRequest } from "../../mail/read-kept-request";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatDay, formatTime } from "../../schedule/words/format-time";
import { type ChangedView, readChanged } from "../changed/read-changed";
import { type Check, mayBeSigned } from "../check-draft";
import type { DraftRow, Place } from "../lock-draft";
import { checkSingles } from "../single/check-singles";
import { compareTexts } from "./compare-texts";
import { forecastHand } from "./forecast-hand";
import { forecastLeave, type Leave } from "./forecast-leave";
import { type Copy, readCopy } from "./read-copy";
import { readSeal, type Seal } from "./read-seal";
import { readStory, type StoryLine } from "./read-story";
import { readWhose, type Whose } from "./read-whose";

/** A draft as the review page shows it; times are in the reader's words. */
export type DraftView = Whose & {
  id: string;
  contact: { id: string; name: string; company: string | null; email: string; fields: [string, string][]; source: string };
  /** changed (in Outlook, and a person must say), to sign, signed (may be taken back), gone (handed over or sent), in doubt (a person must say), rejected, over (the campaign ended for the contact, or nothing comes of the mail). */
  state: "changed" | "to sign" | "signed" | "gone" | "in doubt" | "rejected" | "over";
  /** "today 14:22"; "" when nothing is planned. */
  leaves: string;
  subject: string;
  from: string;
  fromName: string;
  /** The whole mail as it leaves; where it was edited also with what changed, and as it was first written. */
  html: string;
  difference: { subjectBefore: string; html: string; firstHtml: string; by: string; at: string } | null;
  /** Hash of exactly this mail. */
  hash: string;
  /** The same in short while it waits, as the queue names it. */
  version: string;
  /** What an editor begins with. */
  text: { subject: string; body: string };
  checks: Check[];
  mayBeSigned: boolean;
  writtenBy: Writer;
  seal: Seal | null;
  /** How its copy in Sent Items compares with what was signed; null for a mail that has not left. */
  copy: Copy | null;
  rejected: { by: string; at: string; reason: string } | null;
  changed: ChangedView | null;
  story: StoryLine[];
};

/** @throws AppError "not_found" for a draft that belongs to nothing, or of another team. */
export function readDraftView(member: Member, draftId: string, now: Date): Promise<DraftView> {
  return withTeam(member, async (tx) => {
    const { draft, contact, place, whose } = await readWhose(tx, draftId);
    const say = (at: Date) => formatTime(toTemporal(at), { now: toTemporal(now), timeZone: member.timezone });
    const checked = (await checkSingles(tx, [draft], { now, timeZone: member.timezone })).get(draft.id);
    if (!checked) throw new AppError("not_found");
    const { checks, request, hash, version, elsewhere } = checked;
    const isOpen = whose.over === null;
    const facts = await readFacts(tx, draft.id);
    const changed = await readChanged(tx, draft, instantOf(facts.signedAt), clockOf(member.timezone, now));
    const isChanged = changed?.kind === "sent by hand" || (changed !== null && isOpen && !draft.rejectedAt);
    const state = isChanged ? "changed" : stateOf(draft, facts, isOpen);
    const isAhead = ["changed", "to sign", "signed"].includes(state);
    const planned = isAhead ? await forecastOf(tx, draft, { place, whose }, member.timezone, now) : [];
    // While nothing may leave, a time would be a promise that nobody keeps.
    const held =
      (place.kind === "campaign" && place.campaign.status === "paused") ||
      (await tx.select({ id: teamStops.id }).from(teamStops).where(isNull(teamStops.liftedAt))).length > 0;
    const leaves = held || elsewhere ? planned.map((leave) => ({ ...leave, at: null })) : planned;
    const [first] = planned;
    const seal = await readSeal(tx, draft.id, member.timezone, say);
    const kept = state === "changed" || state === "gone" || state === "in doubt" ? readKeptRequest(draft.request) : null;
    const sent = kept && "request" in kept ? kept.request : null;
    const shown = sent ?? request;
    const body = draft.editedBody ?? draft.body;
    const withText = (text: string) =>
      shown.html.replace(`<div data-part="text">${body}</div>`, () => `<div data-part="text">${text}</div>`);
    return {
      id: draft.id,
      ...whose,
      contact: {
        id: contact.id,
        name: contact.name ?? contact.email,
        company: contact.company,
        email: shown.to.email,
        fields: Object.entries(contact.fields).filter(([, value]) => value !== ""),
        source: facts.source,
      },
      state,
      leaves:
        first?.at || first?.words
          ? held
            ? "once sending is resumed"
            : elsewhere
              ? `once ${elsewhere} has ended`
              : (first.words ?? (first.at ? say(first.at) : ""))
          : "",
      subject: shown.subject,
      from: shown.from.email,
      fromName: shown.from.name,
      html: shown.html,
      difference:
        draft.editedAt && (draft.editedBody !== null || draft.editedSubject !== null)
          ? {
              subjectBefore: draft.subject,
              html: withText(compareTexts(draft.body, body)),
              firstHtml: withText(draft.body),
              by: facts.editedBy ?? "somebody",
              at: say(draft.editedAt),
            }
          : null,
      hash: sent ? (draft.requestHash ?? hash) : hash,
      version: version.slice(0, shownVersionLength),
      text: { subject: draft.editedSubject ?? draft.subject, body },
      checks,
      mayBeSigned: mayBeSigned(checks),
      writtenBy: draft.writtenBy,
      seal,
      copy: await readCopy(tx, draft.id, now, say),
      rejected: draft.rejectedAt
        ? { by: facts.rejectedBy ?? "somebody", at: say(draft.rejectedAt), reason: draft.rejectReason ?? "" }
        : null,
      changed: isChanged ? changed : null,
      story: await readStory(tx, { draftId: draft.id, state, leaves, say }),
    };
  });
}

/** The mails that are to come, this one first; of one by hand with the words for its time. */
async function forecastOf(
  tx: TeamTransaction,
  { id }: Pick<DraftRow, "id">,
  { place, whose }: { place: Place; whose: Whose },
  timeZone: string,
  now: Date,
): Promise<(Leave & { words?: string })[]> {
  if (place.kind === "campaign") return forecastLeave(tx, id, place.campaign.id, now);
  const stepName = whose.hand?.kind === "follow-up" ? "Follow-up" : "First mail";
  return [{ stepName, order: 1, ...(await forecastHand(tx, place.single.id, timeZone, now)) }];
}

/** What is certain comes first: a mail that left stays so, whatever became of its draft or its campaign afterwards. */
function stateOf(
  draft: Pick<DraftRow, "status" | "rejectedAt">,
  facts: Pick<Facts, "doubt" | "gone">,
  isOpen: boolean,
): DraftView["state"] {
  if (facts.doubt) return "in doubt";
  if (facts.gone) return "gone";
  if (draft.rejectedAt) return "rejected";
  if (!isOpen) return "over";
  return draft.status === "draft" ? "to sign" : "signed";
}

/** "12:40:03", and on another day "Fri 27 Nov, 12:40:03". */
function clockOf(timeZone: string, now: Date): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return (at) => {
    const day = formatDay(toTemporal(at), { now: toTemporal(now), timeZone });
    return day === "today" ? format.format(at) : `${day}, ${format.format(at)}`;
  };
}

type Facts = {
  signedAt: string | null;
  gone: boolean;
  doubt: boolean;
  editedBy: string | null;
  rejectedBy: string | null;
  source: string;
};

async function readFacts(tx: TeamTransaction, draftId: string): Promise<Facts> {
  const [facts] = await readRows<Facts>(
    tx,
    sql`select (d.status in ('sent', 'failed') or exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)})) as gone,
          (select max(g.signed_at) from signatures g where g.draft_id = d.id) as "signedAt",
          exists (select 1 from deliveries v where v.draft_id = d.id and v.state = 'review') as doubt,
          (select name from members where id = d.edited_by) as "editedBy", (select name from members where id = d.rejected_by) as "rejectedBy",
          coalesce((select b.file_name || coalesce(', line ' || coalesce(p.upload_line, (select min(u.line) from upload_rows u where u.upload_batch_id = b.id and u.contact_id = p.id)), '')
             || coalesce(', imported by ' || m.name, '') from upload_batches b left join members m on m.id = b.created_by
             where b.id = p.upload_batch_id and b.by_hand is null), 'added by hand') as source
        from email_drafts d join contacts p on p.id = d.contact_id where d.id = ${draftId}`,
  );
  return facts ?? { signedAt: null, gone: false, doubt: false, editedBy: null, rejectedBy: null, source: "" };
}
