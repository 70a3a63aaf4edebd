import { expect } from "@playwright/test";

const address = process.env.E2E_MAIL_URL ?? "";
const headers = { "x-admin-key": process.env.E2E_ADMIN_KEY ?? "", "content-type": "application/json" };

export type Mail = {
  id: string;
  at: string;
  recipient: string;
  sender: string;
  subject: string;
  body: string;
  in_reply_to: string | null;
  send_key: string;
};

/** The Microsoft 365 stand-in, as its recipients and its operator see it. */
export const standIn = {
  address,
  /** Every mail that was delivered to addresses ending so, oldest first. */
  async mailsTo(ending: string, limitMs = 30_000): Promise<Mail[]> {
    const response = await fetch(`${address}/admin/mail`, { headers, signal: AbortSignal.timeout(limitMs) });
    return ((await response.json()) as Mail[]).filter((mail) => mail.recipient.endsWith(ending));
  },
  /** Subjects of what lies among the drafts of a mailbox. */
  async draftsOf(person: string): Promise<string[]> {
    const response = await fetch(`${address}/admin/messages?mailbox=${person}&folder=drafts`, { headers });
    return ((await response.json()) as { subject: string }[]).map(({ subject }) => subject);
  },
  /** Until everything that was handed over has had its time to arrive, so that a second copy would have. */
  async untilArrived() {
    const ask = async (what: string) => (await fetch(`${address}/admin/${what}`, { headers })).json();
    const sinceLastSend = async () => {
      const calls = (await ask("calls")) as { at: string; method: string; path: string }[];
      const sent = calls.filter((call) => call.method === "POST" && call.path.endsWith("/send")).at(-1);
      return sent ? Date.now() - new Date(sent.at).getTime() : Number.POSITIVE_INFINITY;
    };
    const { moveDelayMs, deliveryDelayMs } = (await ask("settings")) as { moveDelayMs: number; deliveryDelayMs: number };
    await expect.poll(sinceLastSend, { timeout: 60_000 }).toBeGreaterThan(moveDelayMs + deliveryDelayMs + 1000);
  },
  /** Lets the next call that fits wait before or after its work is done. */
  async hold(point: "before" | "after", method: string, path: string) {
    await fetch(`${address}/admin/holds`, { method: "POST", headers, body: JSON.stringify({ point, method, path }) });
  },
  /** Until a call waits. @throws Error after the limit. */
  async untilHeld(limitMs = 60_000) {
    for (let tries = 0; tries < limitMs / 500; tries++) {
      const response = await fetch(`${address}/admin/holds?wait=500`, { headers });
      if (((await response.json()) as { waiting: string[] }[]).some((hold) => hold.waiting.length > 0)) return;
    }
    throw new Error(`No call came to wait for ${limitMs / 1000} s.`);
  },
  /** Lets go whoever waits. */
  async release() {
    await fetch(`${address}/admin/holds`, { method: "DELETE", headers });
  },
  /** What the product asked of Graph, the last thousand calls. */
  async calls(): Promise<{ method: string; path: string }[]> {
    const response = await fetch(`${address}/admin/calls`, { headers });
    return (await response.json()) as { method: string; path: string }[];
  },
  /** The faults that were made, each with how often it struck. */
  async faults(): Promise<({ id: number; struck: number } & Record<string, unknown>)[]> {
    const response = await fetch(`${address}/admin/faults`, { headers });
    return (await response.json()) as ({ id: number; struck: number } & Record<string, unknown>)[];
  },
  /** Makes trouble: see local/microsoft365/admin/routes.ts for the kinds. */
  async fault(fault: Record<string, unknown>) {
    await fetch(`${address}/admin/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  },
  /** Has the recipient of a mail answer automatically. */
  async answerAway(id: string, text: string) {
    const body = JSON.stringify({ id, kind: "automatic", text });
    const response = await fetch(`${address}/admin/answer`, { method: "POST", headers, body });
    expect(response.ok, "The recipient answers.").toBe(true);
  },
  /** Puts a message into somebody's mailbox with any field of Graph's, as an operator may. @returns its immutable id. */
  async put(message: { mailbox: string } & Record<string, unknown>): Promise<string> {
    const response = await fetch(`${address}/admin/messages`, { method: "POST", headers, body: JSON.stringify(message) });
    expect(response.ok, "The message arrives.").toBe(true);
    return ((await response.json()) as { id: string }).id;
  },
  /** Has the recipient of a mail write back. */
  async answer(id: string, text: string) {
    const response = await fetch(`${address}/admin/answer`, {
      method: "POST",
      headers,
      body: JSON.stringify({ id, kind: "reply", text }),
    });
    expect(response.ok, "The recipient writes back.").toBe(true);
  },
  /** Puts a message into somebody's mailbox, as it comes from outside. */
  async arrive(message: { mailbox: string; from: string; name: string; subject: string; text: string; at?: Date }) {
    const { mailbox, from, name, subject, text, at = new Date() } = message;
    const emailAddress = { address: from, name };
    const body = {
      mailbox,
      subject,
      from: { emailAddress },
      body: { contentType: "text", content: text },
      receivedDateTime: at.toISOString(),
    };
    const response = await fetch(`${address}/admin/messages`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(response.ok, "The message arrives.").toBe(true);
  },
  /** What befalls a mailbox: see local/microsoft365/admin/routes.ts for the kinds. */
  async befall(mailbox: string, trouble: Record<string, unknown>) {
    const body = JSON.stringify({ mailbox, ...trouble });
    const response = await fetch(`${address}/admin/mailboxes`, { method: "POST", headers, body });
    expect(response.ok, "The mailbox changes.").toBe(true);
  },
  /** Somebody takes back at Microsoft what they allowed the product. */
  async withdrawConsent(person: string) {
    await fetch(`${address}/admin/consent?person=${person}`, { method: "DELETE", headers });
  },
  async calm() {
    await fetch(`${address}/admin/faults`, { method: "DELETE", headers });
  },
};
