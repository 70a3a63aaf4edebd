import { type Column, columnsOf } from "../column";
import { fold } from "../fold";
import {
  filledMeansOut,
  leftColumns,
  listColumns,
  listReasons,
  no,
  noMeansOut,
  outValues,
  standingColumns,
  yes,
  yesMeansOut,
} from "../words/opted-out-words";

/** How a column says it: by yes, by no, by how somebody stands, or by having something in it. */
type Says = "yes" | "no" | "standing" | "filled";

/**
 * A column (from 0) that says of each row whether somebody may be mailed. `rows` are the cells that say no, as the sample has
 * them, each once, for the page to show: none where any cell does, or where the sample has no such row, and the rest may.
 */
type Mark = { column: number; says: Says; rows: string[]; why: string };

/** Who of a file may not be mailed: everybody, or whom one of `marks` means, the surest first. `why` is for the person who imports. */
export type OptedOut = { all: true; why: string } | { all: false; marks: Mark[]; why: string };

const isOut: Record<Says, (cell: string) => boolean> = {
  yes: (cell) => yes.has(fold(cell)),
  no: (cell) => no.has(fold(cell)),
  standing: (cell) => outValues.has(fold(cell)),
  filled: (cell) => cell !== "",
};

/** Columns that say it of each row, the surest first. */
const readers: { headers: Set<string>; says: Says; why: string }[] = [
  { headers: yesMeansOut, says: "yes", why: "marks who does not want mail" },
  { headers: noMeansOut, says: "no", why: "is no for people who did not agree to mail" },
  { headers: standingColumns, says: "standing", why: "says who unsubscribed or bounced" },
];

/**
 * Recognises an export of people who may not be mailed, so that the page can offer to take them as suppressions. Null: nothing
 * says so. Sources: Mailchimp's export in public readers (UNSUB_TIME, CLEAN_TIME), hs_email_optout of HubSpot, Email Opt Out of
 * Salesforce and Zoho, Marketing status of Pipedrive, Accepts Email Marketing of Shopify, IsExcludedFromCampaigns of Mailjet,
 * emailBlacklist of Brevo, suppression reasons of Klaviyo, and SendGrid's suppression lists (docs.sendgrid.com).
 */
export function saysOptedOut(headers: string[] | null, rows: string[][]): OptedOut | null {
  if (!headers) return null;
  const columns = columnsOf(headers, rows);
  const why = whyAll(columns, rows);
  if (why) return { all: true, why };
  const marks = [...leftOf(columns), ...marksOf(columns), ...filledOf(columns)];
  if (marks.length === 0) return null;
  const telling = marks.filter(({ says, rows: cells }) => says === "filled" || cells.length > 0);
  return { all: false, marks, why: (telling.length > 0 ? telling : marks).map((mark) => mark.why).join("; ") };
}

/** Whether this row is one of those whom `optedOut` means, in the sample or beyond it. */
export function isOptedOut(optedOut: OptedOut, cells: string[]): boolean {
  return optedOut.all || optedOut.marks.some(({ column, says }) => isOut[says]((cells[column] ?? "").trim()));
}

function whyAll(columns: Column[], rows: string[][]): string | null {
  const left = columns.filter(isLeft);
  const some = left.some(({ cells }) => cells.length > 0);
  // Several files put together hold people who stayed as well: then each row says it.
  if (left[0] && (!some || left.some(({ cells }) => cells.length === rows.length)))
    return `Mailchimp writes the column “${left[0].header}” for people who unsubscribed or bounced`;
  return isList(columns)
    ? "The file holds addresses and why they were blocked, as mail services export their suppressions"
    : null;
}

function isLeft({ header }: Column) {
  return leftColumns.has(fold(header));
}

/** An address, a reason and perhaps a time, and nothing else: how mail services export whom they block. */
function isList(columns: Column[]): boolean {
  const isEmail = ({ readings, header }: Column) => readings.some((one) => one.kind === "email") || fold(header) === "address";
  const rest = columns.filter((column) => !isEmail(column));
  const others = rest.map(({ header }) => fold(header));
  if (rest.length === columns.length || !others.every((header) => listColumns.has(header))) return false;
  // SendGrid's list of unsubscribed people has no reason, only the address and a time in seconds.
  const seconds = rest.length === 1 && others[0] === "created" && rest[0]?.cells.every((cell) => /^\d{10}$/.test(cell));
  return seconds || others.some((header) => listReasons.has(header));
}

function leftOf(columns: Column[]): Mark[] {
  const left = columns.filter(isLeft);
  return left.map(({ index, header }) => ({
    column: index,
    says: "filled",
    rows: [],
    why: `“${header}” says who left the list`,
  }));
}

function marksOf(columns: Column[]): Mark[] {
  return readers.flatMap(({ headers, says, why }) => {
    const named = columns.filter(({ header }) => headers.has(fold(header)));
    const found = named.map(({ index, header, cells }) => ({
      column: index,
      header,
      rows: [...new Set(cells.filter(isOut[says]))],
    }));
    // Also where no such row is in the sample: behind it there may be some.
    return found.map(({ column, header, rows }) => ({ column, says, rows, why: `“${header}” ${why}` }));
  });
}

function filledOf(columns: Column[]): Mark[] {
  const found = columns.filter(({ header }) => filledMeansOut.has(fold(header)));
  return found.map(({ index, header }) => ({
    column: index,
    says: "filled",
    rows: [],
    why: `“${header}” is filled for people who left or bounced`,
  }));
}
