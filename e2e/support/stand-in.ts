const address = process.env.E2E_MAIL_URL ?? "";
const headers = { "x-admin-key": process.env.E2E_ADMIN_KEY ?? "", "content-type": "application/json" };

export type Mail = {
  id: string;
  at: string;
  recipient: string;
  subject: string;
  body: string;
  in_reply_to: string | null;
  send_key: string;
};

/** The Microsoft 365 stand-in, as its recipients and its operator see it. */
export const standIn = {
  address,
  /** Every mail that was delivered to addresses ending so, oldest first. */
  async mailsTo(ending: string): Promise<Mail[]> {
    const response = await fetch(`${address}/admin/mail`, { headers });
    return ((await response.json()) as Mail[]).filter((mail) => mail.recipient.endsWith(ending));
  },
  /** Lets the next call that fits wait before or after its work is done. */
  async hold(point: "before" | "after", method: string, path: string) {
    await fetch(`${address}/admin/holds`, { method: "POST", headers, body: JSON.stringify({ point, method, path }) });
  },
  /** Until a call waits. @throws Error after a minute. */
  async untilHeld() {
    for (let tries = 0; tries < 120; tries++) {
      const response = await fetch(`${address}/admin/holds?wait=500`, { headers });
      if (((await response.json()) as { waiting: string[] }[]).some((hold) => hold.waiting.length > 0)) return;
    }
    throw new Error("No call came to wait for a minute.");
  },
  /** Lets go whoever waits. */
  async release() {
    await fetch(`${address}/admin/holds`, { method: "DELETE", headers });
  },
  /** Makes trouble: see local/microsoft365/admin.ts for the kinds. */
  async fault(fault: Record<string, unknown>) {
    await fetch(`${address}/admin/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  },
  async calm() {
    await fetch(`${address}/admin/faults`, { method: "DELETE", headers });
  },
};
