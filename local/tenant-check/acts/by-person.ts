import { createServer } from "node:http";
import type { Lead } from "../session/sign-in";
import type { Addresses } from "../words";
import type { Act, Acts, Question } from "./acts";

/** Asks at the terminal. @param end ends the asking without an answer. @returns the line that was typed, trimmed. */
export type Ask = (sentence: string, end?: AbortSignal) => Promise<string>;

/** The acts as sentences for a person: Enter when done, "skip" to leave it out. */
export function actsOfPerson(ask: Ask, addresses: Addresses): Acts {
  return async (act) => {
    if (act.do === "look") return question(ask, `${lookAt[act.at]}\n  The mail: "${act.mail.subject}", at ${act.mail.to}.`);
    if (act.do === "unreadable message") {
      const id = await ask("The immutable id of a message of A that fails to be read, if there is one (Enter: there is none):");
      return id === "" || id === "skip" ? null : id;
    }
    const typed = await ask(`${sentenceOf(act, addresses)}\n  Then press Enter (or type skip):`);
    return typed.toLowerCase() === "skip" ? null : "done";
  };
}

async function question(ask: Ask, sentence: string): Promise<string | null> {
  for (;;) {
    const typed = (await ask(`${sentence}\n  yes, no or skip:`)).toLowerCase();
    if (typed === "yes" || typed === "no") return typed;
    if (typed === "skip") return null;
  }
}

const lookAt: Record<Question, string> = {
  "arrived once": "Did the mail arrive, and only once? Look into Spam too.",
  "has the key as a header": "Open the mail's source (Gmail: Show original). Is there a line x-countersign-key?",
  "has List-Unsubscribe": "Open the mail's source. Is there a line List-Unsubscribe?",
  "has List-Unsubscribe under DKIM": "In the source: does h= of the DKIM-Signature of the sender's domain name list-unsubscribe?",
  "has a button to unsubscribe":
    "Does the mail program offer to unsubscribe, near the sender's name? Young senders may get none: then it is no, for now.",
  "stands in the thread":
    "Does the mail stand in one thread with the mail before it, and does its source name that in In-Reply-To?",
  "looks as signed": "Is From the address of A, and is the text one plain paragraph, as it was written?",
};

function sentenceOf(act: Exclude<Act, { do: "look" | "unreadable message" }>, { A, B }: Addresses): string {
  switch (act.do) {
    case "answer":
      return answers[act.how](act.mail.subject, act.mail.to);
    case "receipt":
      return `In Outlook as ${B}, open "${act.mail.subject}" and let the read receipt go.`;
    case "meeting":
      return `As ${A}, invite ${B} to a meeting called "${act.subject}"; as ${B}, answer it: ${act.answer}, with a reply.`;
    case "signed mail":
      return `From anywhere, send ${A} a mail signed with S/MIME (opaque, not clear-signed), its subject "${act.subject}".`;
    case "report about signed mail":
      return `As ${A}, send an S/MIME mail to an address where nobody lives, its subject "${act.mail.subject}", and wait for the report.`;
    case "language":
      return `As ${A}, set the language of Outlook on the web to ${act.language} (Settings, General, Language), with folders renamed.`;
    case "account":
      return accounts[act.what].replace("{B}", B ?? "B");
    case "consent":
      return `As an administrator, in Entra, Enterprise apps, Consent and permissions: ${rules[act.rule]}`;
  }
}

const answers: Record<Extract<Act, { do: "answer" }>["how"], (subject: string, from: string) => string> = {
  "by hand": (subject, from) => `As ${from}, answer the mail "${subject}" with a line.`,
  "by machine": (subject, from) =>
    `As ${from}, switch automatic answers on; when the one to "${subject}" stands in A's inbox in Outlook, switch them off.`,
  "into another folder": (subject, from) =>
    `As ${from}, answer "${subject}"; within 20 seconds archive that answer in A's mailbox, or let a rule or Junk take it.`,
};

const accounts: Record<Extract<Act, { do: "account" }>["what"], string> = {
  "revoke sessions": "As an administrator, in Entra, Users, {B}: Revoke sessions. Wait a minute.",
  "withdraw consent":
    "As {B}, at myapps.microsoft.com: remove the app's permissions (or, as an administrator, {B}'s and the organisation's).",
  "remove the app":
    "As an administrator, in Entra, Enterprise apps: note the app's settings and delete it (or switch sign-in off).",
  "bring the app back": "As an administrator, bring the enterprise app back: give consent again, or switch sign-in on.",
  "take the licence": "As an administrator, take the Exchange licence of {B} away. Wait until Outlook of {B} no longer opens.",
  "give the licence": "As an administrator, give {B} the licence back. Wait until Outlook of {B} opens again.",
  "limit sending":
    "As an administrator, restrict {B} from sending (Defender, outbound spam policy: one recipient a day, restrict).",
  "allow sending": "As an administrator, let {B} send again (outbound spam policy, and Restricted entities).",
};

const rules: Record<Extract<Act, { do: "consent" }>["rule"], string> = {
  "administrators, without requests": "do not allow user consent, and switch admin consent requests off.",
  "administrators, with requests": "do not allow user consent, and switch admin consent requests on.",
  "people themselves": "allow user consent again, and leave admin consent requests as they were.",
};

const presses = {
  accept: "allow what is asked",
  cancel: "press Cancel where permissions are asked",
  "ask an administrator": "where an administrator is asked for, send the request or go back without granting",
};

/** Shows the address to open, and waits at the redirect address on this machine. */
export function leadByPerson(ask: Ask, addresses: Addresses, redirectUri: string): Lead {
  return async (url, who, press) => {
    const { hostname, port, pathname } = new URL(redirectUri);
    let back: URLSearchParams | null = null;
    let arrive = () => {};
    const arrived = new Promise<void>((done) => {
      arrive = done;
    });
    const server = createServer((request, response) => {
      const asked = new URL(request.url ?? "/", redirectUri);
      if (asked.pathname !== pathname) return void response.writeHead(404).end();
      back = asked.searchParams;
      response.end("You can close this page and go back to the terminal.");
      arrive();
    });
    await new Promise<void>((done, failed) => server.once("error", failed).listen(Number(port), hostname, done));
    const end = new AbortController();
    const invitation = `In a private window, sign in as ${addresses[who] ?? who} (${who}) and ${presses[press]}:\n\n  ${url}\n`;
    // Whichever comes first; a question that nobody will answer is taken back.
    const typed = ask(`${invitation}\n  If Microsoft's page refuses and leads nowhere, press Enter:`, end.signal).catch(() => "");
    await Promise.race([arrived, typed]);
    end.abort();
    server.closeAllConnections();
    server.close();
    return back;
  };
}
