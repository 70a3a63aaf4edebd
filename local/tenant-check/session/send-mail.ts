import { randomBytes } from "node:crypto";
import { Skipped } from "../words";
import { find } from "./look-up";
import type { Body } from "./mailbox";
import { type Handed, type MailName, type MailPlan, planOf, type Sent } from "./mails";
import type { Session } from "./open-session";

/** The product's names: each new name would use up a slot of the mailbox for ever. */
export const keyProperty = "String {6b5f1d1e-2a0c-4c1d-9a55-2d0c5e4f7a11} Name SendKey";
export const keyHeader = "x-countersign-key";
export const keyHeaderProperty = `String {00020386-0000-0000-C000-000000000046} Name ${keyHeader}`;
const unsubscribeProperty = "String 0x1045";

/** A mail of the list, handed over once a run. */
export function handed(session: Session, name: MailName): Promise<Handed> {
  return session.once(`handed ${name}`, () => handOver(session, name));
}

/** The same, with its copy in Sent Items found by Message-ID: the id of a draft may not outlive its sending. */
export function sent(session: Session, name: MailName): Promise<Sent> {
  return session.once(`sent ${name}`, async () => {
    const mail = await handed(session, name);
    if (mail.status !== 202) throw new Skipped(`The mail "${name}" was not taken (${mail.status}).`);
    const mailbox = await session.mailbox(planOf(name).from);
    const copy = await session.until(`The copy of "${name}" in Sent Items`, 180, async () =>
      (await find(mailbox, `internetMessageId eq '${mail.messageId}'`)).find((one) => one.isDraft === false),
    );
    return { ...mail, sentId: copy.id ?? "", seconds: (Date.now() - mail.at.getTime()) / 1000 };
  });
}

async function handOver(session: Session, name: MailName): Promise<Handed> {
  const plan = planOf(name);
  const mailbox = await session.mailbox(plan.from);
  const written = await writeDraft(session, name);
  const at = new Date();
  const { status } = await mailbox.send(written.draftId);
  return { ...written, status, at };
}

/** Makes the draft of a mail, and does not send it. */
export async function writeDraft(session: Session, name: MailName): Promise<Omit<Handed, "status" | "at">> {
  const plan = planOf(name);
  const key = randomBytes(16).toString("hex");
  const earlier = plan.after ? await sent(session, plan.after) : null;
  const subject = earlier ? `Re: ${earlier.subject}` : `Tenant check ${session.run}: ${name}`;
  const paragraph = `This mail belongs to a check of this mailbox (${name}).`;
  const to = session.address(plan.to);
  const content = contentOf(plan, { key, subject, paragraph, to });
  const draft = earlier ? await replyTo(session, plan, earlier.sentId, content) : await create(session, plan, content);
  const { id = "", internetMessageId, conversationId } = draft;
  return {
    name,
    key,
    subject,
    paragraph,
    to,
    draft,
    draftId: id,
    messageId: internetMessageId ?? "",
    conversationId: conversationId ?? "",
  };
}

type Words = { key: string; subject: string; paragraph: string; to: string };

/** As the product writes it: a mail first, the page behind it. */
export const unsubscribesAt = (key: string) =>
  `<mailto:unsubscribe@example.org?subject=unsubscribe%20${key}>, <https://unsubscribe.example/${key}>`;

export function contentOf(plan: MailPlan, { key, subject, paragraph, to }: Words) {
  return {
    subject,
    body: { contentType: "html", content: `<p class='c'>${paragraph}</p>` },
    toRecipients: [{ emailAddress: { address: to } }],
    ccRecipients: [],
    bccRecipients: [],
    ...(plan.receipt ? { isReadReceiptRequested: true } : {}),
    ...(plan.keyAsProperty ? {} : { internetMessageHeaders: [{ name: keyHeader, value: key }] }),
    singleValueExtendedProperties: [
      { id: keyProperty, value: key },
      { id: unsubscribeProperty, value: unsubscribesAt(key) },
      ...(plan.keyAsProperty ? [{ id: keyHeaderProperty, value: key }] : []),
    ],
  };
}

async function create(session: Session, plan: MailPlan, content: object): Promise<Body> {
  const made = await (await session.mailbox(plan.from)).call("POST", "/me/messages", content);
  if (made.status !== 201) throw new Error(`A draft was refused: ${made.status} ${made.body.error?.code ?? ""}.`);
  return made.body;
}

/** createReply and one PATCH of all, against the newest etag: Exchange still writes to a fresh answer. */
async function replyTo(session: Session, plan: MailPlan, earlierId: string, content: object): Promise<Body> {
  const mailbox = await session.mailbox(plan.from);
  const made = await mailbox.call("POST", `/me/messages/${encodeURIComponent(earlierId)}/createReply`, {});
  const path = `/me/messages/${encodeURIComponent(made.body.id ?? "")}`;
  return session.until("A follow-up's draft", 30, async () => {
    const { body } = await mailbox.call("GET", `${path}?$select=id`);
    const written = await mailbox.call("PATCH", path, content, { "if-match": body["@odata.etag"] ?? "*" });
    if (written.status !== 200 && written.status !== 412)
      throw new Error(`A follow-up's draft was refused: ${written.status} ${written.body.error?.code ?? ""}.`);
    return written.status === 200 && written.body;
  });
}
