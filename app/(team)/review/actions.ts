"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { acceptSent } from "@/lib/drafts/changed/accept-sent";
import { putBack } from "@/lib/drafts/changed/put-back";
import { signChanged } from "@/lib/drafts/changed/sign-changed";
import { editDraft } from "@/lib/drafts/edit-draft";
import { rejectDraft } from "@/lib/drafts/reject-draft";
import { signAll } from "@/lib/drafts/sign-all";
import { signCorrected } from "@/lib/drafts/sign-corrected";
import { signDraft } from "@/lib/drafts/sign-draft";
import { takeBackRejection } from "@/lib/drafts/take-back-rejection";
import { takeBackSignatures } from "@/lib/drafts/take-back-signature";
import { settleByHand } from "@/lib/sending/settle-by-hand";

const id = z.uuid();

export const signAction = createAction({
  right: "drafts:sign",
  input: z.object({ draftId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: ({ member, now }, { draftId, hash }) => signDraft(member, draftId, hash, now),
});

export const signAllAction = createAction({
  right: "drafts:sign",
  input: z.object({ campaignId: id.nullable(), after: id.nullable(), seenAt: z.iso.datetime() }),
  run: ({ member, now }, { campaignId, after, seenAt }) => signAll(member, campaignId, { after, seenAt: new Date(seenAt) }, now),
});

const address = z.string().min(1).max(320);

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
  input: z.object({ draftIds: z.array(id).min(1).max(100) }),
  run: ({ member, now }, { draftIds }) => takeBackSignatures(member, draftIds, now),
});

export const rejectAction = createAction({
  right: "drafts:edit",
  input: z.object({
    draftId: id,
    reason: z.string().trim().min(1, "Say why, for the team to see.").max(200, "Keep the reason under 200 characters."),
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
    subject: z.string().max(998, "Keep the subject under 1,000 characters."),
    body: z.string().max(200_000, "This text is too long for a mail."),
    seen: z.object({ subject: z.string(), body: z.string() }),
  }),
  run: ({ member, now }, { draftId, ...text }) => editDraft(member, draftId, text, now),
});
