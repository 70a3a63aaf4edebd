"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { acceptSent } from "@/lib/drafts/changed/accept-sent";
import { putBack } from "@/lib/drafts/changed/put-back";
import { signChanged } from "@/lib/drafts/changed/sign-changed";
import { editDraft } from "@/lib/drafts/edit-draft";
import { rejectDraft } from "@/lib/drafts/reject-draft";
import { byHand } from "@/lib/drafts/review/queue-of";
import { askToSign } from "@/lib/drafts/sign-all/ask-to-sign";
import { startSigning } from "@/lib/drafts/sign-all/start-signing";
import { stopSigning } from "@/lib/drafts/sign-all/stop-signing";
import { takeBackSigning } from "@/lib/drafts/sign-all/take-back-signing";
import { signCorrected } from "@/lib/drafts/sign-corrected";
import { signDraft } from "@/lib/drafts/sign-draft";
import { takeBackRejection } from "@/lib/drafts/take-back-rejection";
import { takeBackSignature } from "@/lib/drafts/take-back-signature";
import { settleByHand } from "@/lib/sending/settle-by-hand";

const id = z.uuid();

export const signAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: ({ member, now }, { draftId, hash }) => signDraft(member, draftId, hash, now),
});

export const askToSignAction = createAction({
  right: "drafts:sign",
  input: z.object({
    of: z.union([id, z.literal(byHand)]).nullable(),
    readAt: z.iso.datetime().max(mostLetters.instant),
    rows: z.array(z.object({ id, version: z.string().regex(/^[0-9a-f]{16}$/), opened: z.boolean() })).max(500),
    hasMore: z.boolean(),
  }),
  run: ({ member, now }, { readAt, ...shown }) => askToSign(member, { ...shown, readAt: new Date(readAt) }, now),
});

export const startSigningAction = createAction({
  right: "drafts:sign",
  input: z.object({ jobId: id }),
  run: ({ member, now }, { jobId }) => startSigning(member, jobId, now),
});

export const stopSigningAction = createAction({
  right: "drafts:sign",
  input: z.object({ jobId: id }),
  run: ({ member, now }, { jobId }) => stopSigning(member, jobId, now),
});

export const takeBackSigningAction = createAction({
  right: "drafts:sign",
  input: z.object({ jobId: id }),
  run: ({ member, now }, { jobId }) => takeBackSigning(member, jobId, now),
});

const address = z.string().min(1).max(mostLetters.address);

export const signCorrectedAction = createAction({
  right: "drafts:sign",
  input: z.object({
    senderAccountId: id,
    from: address,
    to: address,
    count: z.number().int().min(1).max(10_000_000),
    after: id.nullable(),
  }),
  run: ({ member, now }, { senderAccountId, ...shown }) => signCorrected(member, senderAccountId, shown, now),
});

export const takeBackAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id }),
  run: ({ member, now }, { draftId }) => takeBackSignature(member, draftId, now),
});

export const rejectAction = createAction({
  right: "drafts:edit",
  input: z.object({
    draftId: id,
    reason: z
      .string()
      .trim()
      .min(1, "Say why, for the team to see.")
      .max(mostLetters.line, "Keep the reason under 200 characters."),
  }),
  run: ({ member, now }, { draftId, reason }) => rejectDraft(member, draftId, reason, now),
});

export const takeBackRejectionAction = createAction({
  right: "drafts:edit",
  input: z.object({ draftId: id }),
  run: ({ member, now }, { draftId }) => takeBackRejection(member, draftId, now),
});

export const settleAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id, arrived: z.boolean() }),
  run: ({ member, now }, { draftId, arrived }) => settleByHand(member, draftId, arrived, now),
});

export const putBackAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id }),
  run: ({ member, now }, { draftId }) => putBack(member, draftId, now),
});

export const signChangedAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: ({ member, now }, { draftId, hash }) => signChanged(member, draftId, hash, now),
});

export const acceptSentAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id }),
  run: ({ member, now }, { draftId }) => acceptSent(member, draftId, now),
});

export const editAction = createAction({
  right: "drafts:edit",
  input: z.object({
    draftId: id,
    subject: z.string().max(mostLetters.subject, "Keep the subject under 1,000 characters."),
    body: z.string().max(mostLetters.mail, "This text is too long for a mail."),
    seen: z.object({ subject: z.string().max(mostLetters.subject), body: z.string().max(mostLetters.mail) }),
  }),
  run: ({ member, now }, { draftId, ...text }) => editDraft(member, draftId, text, now),
});
