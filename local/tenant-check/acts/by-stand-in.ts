import { signIn } from "../../microsoft365/testing/mailbox";
import type { Sent } from "../session/mails";
import { type Place, reach } from "../session/place";
import type { Lead, Press } from "../session/sign-in";
import type { Addresses } from "../words";
import type { Act, Acts, Question } from "./acts";

type Delivered = {
  id: string;
  sender: string;
  body: string;
  message_id: string;
  in_reply_to: string | null;
  headers: { name: string | null; value: string | null }[];
};
/** Times short enough for the pauses of a session on this machine. */
const quick = { moveDelayMs: 300, deliveryDelayMs: 50, lookupLagMs: 200, movedGoneMs: 200, replySettlesMs: 100 };

type Admin = (method: string, path: string, body?: object) => Promise<unknown>;

/** The acts as switches of the stand-in; it is first brought into the state that a person has prepared at a real tenant. */
export async function actsOfStandIn(place: Place, addresses: Addresses): Promise<Acts> {
  const admin: Admin = async (method, path, body) => {
    const answer = await fetch(`${reach(place).graph}/admin/${path}`, {
      method,
      headers: { "x-admin-key": place.adminKey },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`The stand-in refused ${method} /admin/${path} (${answer.status}).`);
    return answer.json();
  };
  const bounces = [addresses.nowhereOutside, addresses.nowhereInside].filter(Boolean);
  await admin("POST", "settings", { ...quick, bounces });
  if (addresses.U) await admin("POST", "mailboxes", { mailbox: addresses.U, licence: false });
  const [a = "", b = ""] = [addresses.A, addresses.B];

  const found = async (mail: Sent): Promise<Delivered[]> => {
    const all = (await admin("GET", `mail?to=${encodeURIComponent(mail.to)}`)) as Delivered[];
    return all.filter((one) => one.message_id === mail.messageId);
  };
  const arrived = async (mail: Sent): Promise<Delivered[]> => {
    for (let look = 0; look < 200; look += 1) {
      const mails = await found(mail);
      if (mails.length > 0) return mails;
      await new Promise((next) => setTimeout(next, 40));
    }
    return [];
  };
  const put = (item: object) => admin("POST", "messages", { mailbox: a, from: { emailAddress: { address: b } }, ...item });

  return async (act) => {
    if (act.do === "look") return seen(act.at, await arrived(act.mail), { ...act, a });
    if (act.do === "answer" && act.how !== "into another folder") {
      const [mail] = await arrived(act.mail);
      await admin("POST", act.how === "by hand" ? "reply" : "auto-reply", { id: mail?.id });
    } else if (act.do === "answer") {
      const from = { emailAddress: { address: act.mail.to } };
      await put({ from, folder: "junkemail", subject: `RE: ${act.mail.subject}`, inReplyTo: act.mail.messageId });
    } else if (act.do === "receipt") {
      const messageClass = "REPORT.IPM.Note.IPNRN";
      await put({ subject: `Read: ${act.mail.subject}`, messageClass, inReplyTo: act.mail.messageId });
    } else if (act.do === "meeting") {
      const [word, end] = act.answer === "accepted" ? ["Accepted", "Pos"] : ["Declined", "Neg"];
      const type = { "@odata.type": "#microsoft.graph.eventMessageResponse", messageClass: `IPM.Schedule.Meeting.Resp.${end}` };
      await put({ ...type, subject: `${word}: ${act.subject}` });
    } else if (act.do === "signed mail") {
      await put({ subject: act.subject, messageClass: "IPM.Note.SMIME" });
    } else if (act.do === "report about signed mail") {
      const [mail] = await arrived(act.mail);
      await admin("POST", "bounce", { id: mail?.id, smime: true });
    } else if (act.do === "unreadable message") {
      const { id } = (await put({ subject: "Broken", unreadable: "ErrorContentConversionFailed" })) as { id: string };
      return id;
    } else if (act.do === "language") {
      await admin("POST", "settings", { subjectPrefix: { [a]: prefixes[act.language] } });
    } else if (act.do === "account") {
      await accountActs[act.what](admin, b);
    } else {
      await admin("POST", "settings", { consentAnswer: consentAnswers[act.rule] });
    }
    return "done";
  };
}

const prefixes = { "pt-BR": "RES: ", "pl-PL": "ODP: ", "ja-JP": "RE: ", "en-US": "RE: " };
const consentAnswers = {
  "administrators, without requests": "90094",
  "administrators, with requests": "90095",
  "people themselves": "",
};

type AccountActs = Record<Extract<Act, { do: "account" }>["what"], (admin: Admin, b: string) => Promise<unknown>>;
const accountActs: AccountActs = {
  "revoke sessions": (admin, person) => admin("POST", "revoke", { person }),
  "withdraw consent": (admin, b) => admin("DELETE", `consent?person=${encodeURIComponent(b)}`),
  "remove the app": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, refresh: 700016 }),
  "bring the app back": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, refresh: null }),
  "take the licence": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, licence: false }),
  "give the licence": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, licence: true }),
  "limit sending": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, sending: "ErrorMessageSubmissionBlocked" }),
  "allow sending": (admin, mailbox) => admin("POST", "mailboxes", { mailbox, sending: null }),
};

type About = { mail: Sent; earlier?: Sent; a: string };

function seen(question: Question, mails: Delivered[], { mail, earlier, a }: About): string | null {
  const [one] = mails;
  const header = (name: string) => one?.headers.find((given) => given.name?.toLowerCase() === name)?.value ?? "";
  const answers: Record<Question, boolean | null> = {
    "arrived once": mails.length === 1,
    "has the key as a header": header("x-countersign-key") === mail.key,
    "has List-Unsubscribe": header("list-unsubscribe").includes(mail.key),
    // Nothing is signed on this machine.
    "has List-Unsubscribe under DKIM": null,
    // Its page has a button for any mail.
    "has a button to unsubscribe": null,
    "stands in the thread": one?.in_reply_to === earlier?.messageId,
    "looks as signed": one?.sender === a && one.body.includes(mail.paragraph),
  };
  const answer = answers[question];
  return answer === null ? null : answer ? "yes" : "no";
}

/** Presses the buttons of the stand-in's pages. */
export function leadAtStandIn(place: Place, addresses: Addresses): Lead {
  const answers: Record<Press, string> = { accept: "accept", cancel: "decline", "ask an administrator": "administrator" };
  return async (url, who, press) => {
    reach(place);
    return (await signIn(url, addresses[who] ?? "", answers[press])).searchParams;
  };
}
