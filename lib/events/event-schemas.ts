import { z } from "zod";

const id = z.uuid();

/**
 * Every event of the product. Data is ids only: texts and addresses come from the database inside steps.
 * An event carries its team; a job has no other.
 */
export const eventSchemas = {
  /** A contact is given a run. Event id `admitted:<campaignContactId>:<admission>`. */
  "campaign/contact.admitted": z.object({
    teamId: id,
    campaignId: id,
    campaignContactId: id,
    senderAccountId: id,
    admission: z.number().int().positive(),
  }),
  /** Reply, bounce, unsubscribe, rejection or a stop by hand: the run ends. */
  "campaign/contact.stopped": z.object({ teamId: id, campaignContactId: id, reason: z.string() }),
  /** Something a waiting run may wait for has changed: signature, slot, resume. */
  "campaign/contact.changed": z.object({ teamId: id, campaignContactId: id }),
  /** A campaign was launched: write the first drafts. */
  "campaign/launched": z.object({ teamId: id, campaignId: id }),
  /** A campaign's contacts need to be fed (launched, resumed, signed, limit changed). */
  "campaign/feed": z.object({ teamId: id, campaignId: id }),
  /** A mail without a campaign is given a run. Event id `planned:<singleMailId>:<admission>`. */
  "mail/planned": z.object({ teamId: id, singleMailId: id, senderAccountId: id, admission: z.number().int().positive() }),
  /** Something changed that mails without a campaign may wait for: a resume, a mailbox that is back, room under a limit. */
  "mail/look": z.object({ teamId: id }),
  /** An order to sign all was confirmed, by that person. Event id `signing:<jobId>`; the sweep asks once more under another. */
  "drafts/signing.started": z.object({ teamId: id, memberId: id, jobId: id }),
  /** The columns of an upload were confirmed: process its rows. */
  "upload/kept": z.object({ teamId: id, uploadId: id }),
  /** Of the release before, which staged rows. */
  "upload/confirmed": z.object({ teamId: id, uploadId: id }),
  "upload/begun": z.object({ teamId: id, uploadId: id }),
  /** An import is taken back, or brought back, in that person's name. The sweep asks once more under another id. */
  "upload/taken": z.object({ teamId: id, memberId: id, uploadId: id }),
  /** A file of suppressions is to come into the list, in that person's name. Event id `suppressing:<fileId>`; the sweep asks once more under another. */
  "suppressions/file.confirmed": z.object({ teamId: id, memberId: id, fileId: id }),
  /** A mailbox was connected or asked to be read at once. */
  "mailbox/poll": z.object({ teamId: id, senderAccountId: id }),
  /** A mailbox was connected, or its subscriptions at Graph are to be renewed or made anew; every quarter of an hour finds one lost. */
  "mailbox/watch": z.object({ teamId: id, senderAccountId: id }),
  /** A mailbox was connected: its self-test is run at once. */
  "mailbox/test": z.object({ teamId: id, senderAccountId: id }),
  /** A mailbox was connected: how its domain proves its mail is looked up at once. */
  "domain/check": z.object({ teamId: id, senderAccountId: id }),
  /** A mailbox works again, or is tried again: mail of it that rests until a later time need not. Event id `back:<senderAccountId>:<when>`. */
  "mailbox/back": z.object({ teamId: id, senderAccountId: id }),
  /** Somebody answered, and their words ask for nothing we know: a model may propose what they mean. Event id `answered:<messageId>`. */
  "mailbox/answered": z.object({ teamId: id, messageId: id }),
  /** Somebody wrote to a team that keeps received letters. Event id `came:<messageId>`. */
  "mailbox/letter.came": z.object({ teamId: id, messageId: id }),
  /** There is news of answers to tell: at once ones are gathered first. Event id `noticed:<teamId>:<window>`; every minute finds one lost. */
  "notices/due": z.object({ teamId: id }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventData<Name extends EventName> = z.infer<(typeof eventSchemas)[Name]>;
