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
};
