"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { disconnectMailbox } from "@/lib/senders/disconnect-mailbox";
import { editSignature } from "@/lib/senders/edit-signature";
import { signatureFromText } from "@/lib/senders/signature-text";

export const disconnectMailboxAction = createAction({
  right: "mailboxes:manage",
  input: z.object({ senderAccountId: z.uuid() }),
  run: ({ member, now }, input) => disconnectMailbox(member, input.senderAccountId, now),
});

export const editSignatureAction = createAction({
  right: "mailboxes:manage",
  input: z.object({ senderAccountId: z.uuid(), text: z.string().max(2000, "Keep the signature block under 2,000 characters.") }),
  run: ({ member }, input) => editSignature(member, input.senderAccountId, signatureFromText(input.text)),
});
