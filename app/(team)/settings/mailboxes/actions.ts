"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { disconnectMailbox } from "@/lib/senders/disconnect-mailbox";
import { editSignature } from "@/lib/senders/edit-signature";
import { letGoOn } from "@/lib/senders/guard/let-go-on";
import { sendSelfMail } from "@/lib/senders/self-test/send-self-mail";
import { testNow } from "@/lib/senders/self-test/test-now";
import { signatureFromText } from "@/lib/senders/signature-text";
import { handOverMailbox } from "@/lib/sending/hand-over/hand-over-mailbox";

export const disconnectMailboxAction = createAction({
  right: "mailboxes:manage",
  input: z.object({ senderAccountId: z.uuid() }),
  run: ({ member, now }, input) => disconnectMailbox(member, input.senderAccountId, now),
});

export const editSignatureAction = createAction({
  right: "mailboxes:manage",
  input: z.object({
    senderAccountId: z.uuid(),
    text: z.string().max(mostLetters.note, "Keep the signature block under 2,000 characters."),
  }),
  run: ({ member }, input) => editSignature(member, input.senderAccountId, signatureFromText(input.text)),
});

export const testMailboxAction = createAction({
  right: "mailboxes:manage",
  knock: "self-test",
  input: z.object({ senderAccountId: z.uuid() }),
  run: ({ member }, input) => testNow(member, input.senderAccountId),
});

export const sendSelfMailAction = createAction({
  right: "mailboxes:manage",
  knock: "self-test",
  input: z.object({ senderAccountId: z.uuid() }),
  run: ({ member }, input) => sendSelfMail(member, input.senderAccountId),
});

export const handOverMailboxAction = createAction({
  right: "mailboxes:manage",
  input: z.object({ senderAccountId: z.uuid(), to: z.uuid(), withThreads: z.boolean() }),
  run: ({ member, now }, input) => handOverMailbox(member, input, now),
});

export const letGoOnAction = createAction({
  right: "campaigns:stop",
  input: z.object({ guardId: z.uuid() }),
  run: ({ member, now }, input) => letGoOn(member, input.guardId, now),
});
