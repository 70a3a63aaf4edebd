import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { elsewhereIn } from "../contacts/enrolled-earlier";
import { AppError } from "../errors/app-error";
import { buildDraftRequests } from "../mail/build-draft-requests";
import { checkAddress } from "../mail/check-address";
import { checkFooter, historyBegins } from "../mail/check-footer";
import { isSeen } from "../mail/is-seen";
import type { MailRequest } from "../mail/mail-request";
import { textOf } from "../mail/sanitize-html";
import { singleBraces } from "../templates/render/single-braces";
import { inTurns } from "../turns/in-turns";
import type { DraftRow } from "./lock-draft";

/** One thing looked at before a mail may be signed. `blocking` ones disable the signature. */
export type Check = { name: string; passes: boolean; blocking: boolean; sentence: string };

type Text = { subject: string; body: string };
export type Checked = { checks: Check[]; request: MailRequest; hash: string; version: string; elsewhere: string | null };

/**
 * Every check of a draft with the mail it would be, in the order they are shown, and the campaign that goes first for its contact. What only tells about
 * a mail without a campaign, and forbids nothing, is added by `checkSingles`.
 * @param instead another text, as a person has written it.
 * @throws AppError "not_found" when it belongs to nothing of this team.
 */
export async function checkDraft(tx: TeamTransaction, draft: DraftRow, instead?: Text): Promise<Checked> {
  const checked = (await checkDrafts(tx, [draft], instead)).get(draft.id);
  if (!checked) throw new AppError("not_found");
  return checked;
}

/** What is asked of a draft itself; all else is read. */
type OfDraft = Pick<DraftRow, "id" | "campaignId" | "body" | "missingFields" | "editedSubject" | "editedBody">;

/** The same of many drafts at once. */
export async function checkDrafts(tx: TeamTransaction, drafts: OfDraft[], instead?: Text): Promise<Map<string, Checked>> {
  if (drafts.length === 0) return new Map();
  const ids = drafts.map(({ id }) => id);
  const built = await buildDraftRequests(tx, ids, instead);
  const rows = await readRows<Around>(
    tx,
    sql`select d.id, (select s.reason ${suppressionsOf(sql`d.contact_id`)} order by ${suppressionOrder} limit 1) as suppressed,
          exists (select 1 from single_mails h where h.draft_id = d.id and h.answers_message_id is not null
            and is_suppressed(d.contact_id, h.recipient_email)) as "answersSuppressed", m.status as "mailboxStatus", m.email as mailbox,
          case when d.campaign_contact_id is not null then (select ${elsewhereIn} from campaign_contacts c where c.id = d.campaign_contact_id) end as elsewhere
        from unnest(${sql.param(ids)}::uuid[]) q(id) join email_drafts d on d.id = q.id left join sender_accounts m on m.id = d.sender_account_id`,
  );
  const around = new Map(rows.map((row) => [row.id, row]));
  const checked = await inTurns(drafts, (draft): [string, Checked] | null => {
    const [mail, row] = [built.get(draft.id), around.get(draft.id)];
    if (!mail || !row) return null;
    const { request, hash, version } = mail;
    const judged = instead ? { ...draft, editedBody: instead.body } : draft;
    const mailbox = row.mailbox === null ? null : { status: row.mailboxStatus, email: row.mailbox };
    const checks = judge(judged, request, row.suppressed ?? (row.answersSuppressed ? "by hand" : null), mailbox);
    // Said only of the few for whom it holds: it forbids nothing.
    if (row.elsewhere) checks.push(waitsFor(row.elsewhere));
    // What is written by hand is kept before it has a text.
    if (draft.campaignId === null) checks.push(...judgeText(judged.editedBody ?? draft.body));
    return [draft.id, { request, hash, version, checks, elsewhere: row.elsewhere }];
  });
  return new Map(checked.filter((one) => one !== null));
}

type Around = {
  id: string;
  suppressed: string | null;
  answersSuppressed: boolean;
  mailboxStatus: string;
  mailbox: string | null;
  elsewhere: string | null;
};

/** Of a mail without a campaign, which is kept while it is written. @returns nothing where there is a text. */
export function judgeText(body: string): Check[] {
  return isSeen(textOf(body)) ? [] : [{ name: "text", passes: false, blocking: true, sentence: "The text has no words yet" }];
}

/** The same of facts that were read already. */
export function judge(
  draft: Pick<DraftRow, "missingFields" | "editedBody" | "editedSubject">,
  request: Pick<MailRequest, "version" | "subject" | "to" | "html" | "unsubscribeUrl">,
  suppressed: string | null,
  mailbox: { status: string; email: string } | null,
): Check[] {
  // Once a person has rewritten the text, what the template missed is in their hands; braces left over are not.
  const rewritten = draft.editedBody !== null || draft.editedSubject !== null;
  const missing = rewritten ? [] : draft.missingFields;
  const lacks = checkFooter(request);
  // What somebody else wrote may hold braces: the words of theirs that an answer quotes, and the subject they chose.
  const isAnswer = request.version === 3;
  const text = isAnswer ? (request.html.split(historyBegins)[0] ?? "") : `${request.subject} ${request.html}`;
  const left = /\{\{|\}\}|\{%/.test(text);
  // A field that is left over holds a word in braces, too; that it is one says more.
  const single = left ? undefined : singleBraces.exec(text)?.[0];
  return [
    missing.length > 0 || left || single
      ? {
          name: "fields",
          passes: false,
          blocking: true,
          sentence: single
            ? `${single} would leave as it stands: no field`
            : left
              ? "A field is left unfilled in the text"
              : `Nothing known for ${missing.join(", ")}`,
        }
      : { name: "fields", passes: true, blocking: true, sentence: "Fields filled" },
    request.subject.trim() === ""
      ? { name: "subject", passes: false, blocking: true, sentence: "The subject is empty" }
      : request.subject.length > 200
        ? { name: "subject", passes: false, blocking: true, sentence: "The subject is longer than 200 characters" }
        : { name: "subject", passes: true, blocking: true, sentence: "Subject is sound" },
    checkAddress(request.to.email) === null
      ? { name: "recipient", passes: true, blocking: true, sentence: "Recipient is sound" }
      : { name: "recipient", passes: false, blocking: true, sentence: `${request.to.email} is not an address` },
    suppressed
      ? { name: "suppressed", passes: false, blocking: true, sentence: saySuppressed(suppressed, isAnswer) }
      : { name: "suppressed", passes: true, blocking: true, sentence: "Not suppressed" },
    lacks === null
      ? { name: "footer", passes: true, blocking: true, sentence: "Postal address and unsubscribe line are there" }
      : { name: "footer", passes: false, blocking: true, sentence: lacks },
    mailbox?.status === "connected"
      ? { name: "mailbox", passes: true, blocking: false, sentence: "Mailbox connected" }
      : {
          name: "mailbox",
          passes: false,
          blocking: false,
          sentence: `Microsoft signed ${mailbox?.email ?? "the mailbox"} out; the mail waits until it is connected`,
        },
  ];
}

/** Whoever wrote to us may wait for an answer, so it is said who may change that. */
function saySuppressed(reason: string, isAnswer: boolean): string {
  const sentence = `This address is suppressed: ${reason}`;
  return isAnswer ? `${sentence}. They are not answered until an administrator lifts that` : sentence;
}

function waitsFor(campaign: string): Check {
  return {
    name: "elsewhere",
    passes: false,
    blocking: false,
    sentence: `Under way in ${campaign}; the mail waits until that has ended`,
  };
}

export function mayBeSigned(checks: Check[]): boolean {
  return checks.every((check) => check.passes || !check.blocking);
}
