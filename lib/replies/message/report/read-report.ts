import { oneLine } from "../../../mail/one-line";
import type { ReceivedMessage } from "../received-message";
import type { Report } from "../understood";
import { findCause } from "./find-cause";
import { addressesIn, beside, findForward, findRecipient, saysItWentOn } from "./find-recipient";
import { flat } from "./fold";
import { isSameMailbox, isSameParty } from "./is-same-party";
import { judgeReport } from "./judge-report";
import { openReport } from "./open-report";
import { type Fields, field, readFields, tellingCode } from "./read-fields";
import { failingWords } from "./report-subjects";
import { repliesIn, tellWords } from "./tell-words";

const saysLength = 500;
/**
 * Reads a delivery report: its part for machines (RFC 3464), or its words where it has none.
 * @param raw its whole MIME text; null where Exchange cannot give it, and the message's words have to do.
 * @returns null when it says nothing of any delivery.
 */
export async function readReport(message: ReceivedMessage, raw: string | null): Promise<Report | null> {
  const opened = raw === null ? null : await openReport(raw);
  const shown = tellWords(message.body || message.text);
  const { told, copy } = opened?.words ? tellWords(opened.words) : shown;
  const returned = opened?.returned || copy || shown.copy;
  const written = addressesIn(`${toOf(returned)}, ${field(returned, "cc") ?? ""}`);
  const fields = choose(readFields(opened?.fields ?? ""), written);
  const replies = repliesIn(told);
  const behind = fields?.original ? null : findForward(told);
  const named = fields?.final ?? fields?.original ?? behind?.to ?? findRecipient(message, told, written);
  const isPrecise = fields?.status && !/^\d\.0\.0$/.test(fields.status);
  const status = isPrecise ? fields.status : tellingCode(fields?.says, replies.join("\n"), told, fields?.status);
  if (!named && !status && !fields && written.length === 0 && !tellsOfDelivery(`${message.subject}\n\n${told}`)) return null;
  const isForwarded =
    named !== null &&
    (behind !== null || goesOn(named, fields, written) || (!written.includes(named) && saysItWentOn(message, told)));
  const near = beside(told, named);
  const answers = fields?.says ? [fields.says] : repliesIn(near).length > 0 ? repliesIn(near) : replies;
  const words = [near, `${message.subject}\n${told}`];
  const verdict = judgeReport({
    action: fields?.action ?? actionOf(message),
    status,
    says: answers.flatMap(nearestFirst),
    words,
    isForwarded,
  });
  return {
    ...verdict,
    status,
    recipient: isForwarded ? named : (fields?.original ?? named),
    writtenTo: written.find((one) => one === named || one === fields?.original) ?? written[0] ?? behind?.from ?? null,
    originalMessageId: messageIdIn(returned) ?? messageIdIn(opened?.fields ?? "") ?? original(message),
    says: oneLine(answers[0] ?? told).slice(0, saysLength),
  };
}

const tellsOfDelivery = (told: string) => findCause(told, false) !== null || failingWords.some((one) => one.test(flat(told)));

/** Exchange gives good news and delays classes of their own. */
const actionOf = ({ messageClass }: ReceivedMessage) =>
  /^report\..*\.delayed$/i.test(messageClass ?? "")
    ? "delayed"
    : /^report\..*\.dr$/i.test(messageClass ?? "")
      ? "delivered"
      : null;

const messageIdIn = (headers: string) => /(?:^|[\s-])message-id:[ \t]*(<[^<>\s]+>)/i.exec(headers)?.[1] ?? null;

/** Some servers name the mail in a header of the report. */
const original = ({ headers }: ReceivedMessage) =>
  headers.find(({ name }) => /original-message-id$/i.test(name))?.value.match(/<[^<>\s]+>/)?.[0] ?? null;

/** Exchange may show the headers of the mail on one line. */
const toOf = (headers: string) => field(headers, "to") ?? / To: ([^\n]{1,300}?) [A-Z][\w-]{1,40}: /.exec(headers)?.[1] ?? "";

/** Of several recipients the one that failed, and of those the one we wrote to. */
function choose(all: Fields[], written: string[]): Fields | null {
  const rank = ({ action, final, original }: Fields) =>
    (action === "failed" || action === null ? 0 : action === "delayed" ? 10 : 20) +
    ([final, original].some((one) => one !== null && one === written[0])
      ? 0
      : [final, original].some((one) => one !== null && written.includes(one))
        ? 1
        : 2);
  return [...all].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function goesOn(failed: string, fields: Fields | null, written: string[]): boolean {
  if (fields?.original && fields.original !== failed) return !isSameParty(fields.original, failed);
  return written.length > 0 && !written.some((one) => isSameMailbox(one, failed));
}

/** What another server said stands behind an arrow, or quoted behind its three digits. */
const nearestFirst = (says: string) => says.split(/\s->\s|\s(?=[45]\d\d-')/).reverse();
