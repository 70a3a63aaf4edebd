"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { tones } from "@/lib/assistant/write-letter";
import { AppError } from "@/lib/errors/app-error";
import { discardLetter } from "@/lib/letters/discard-letter";
import { dropOwnText } from "@/lib/letters/drop-own-text";
import { editOwnText } from "@/lib/letters/edit-own-text";
import { letterInput, signInput } from "@/lib/letters/letter";
import { draftLetter } from "@/lib/letters/model/draft-letter";
import { addAddress } from "@/lib/letters/people/add-address";
import { findPeople } from "@/lib/letters/people/find-people";
import { listPeople } from "@/lib/letters/people/list-people";
import { readLetter } from "@/lib/letters/read-letter";
import { restoreLetter } from "@/lib/letters/restore-letter";
import { saveLetter } from "@/lib/letters/save-letter";
import { signLetter } from "@/lib/letters/sign-letter";
import { takeBackLetter } from "@/lib/letters/take-back-letter";

const id = z.uuid();
const subject = z.string().max(mostLetters.subject, "Keep the subject under 1,000 characters.");
const body = z.string().max(mostLetters.mail, "This text is too long for a mail.");

export const saveLetterAction = createAction({
  right: "drafts:edit",
  input: letterInput,
  run: ({ member, now }, input) => saveLetter(member, input, now),
});

export const readLetterAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ letterId: id }),
  run: async ({ member, now }, { letterId }) => {
    const letter = await readLetter(member, letterId, now);
    if (!letter) throw new AppError("not_found");
    return letter;
  },
});

export const signLetterAction = createAction({
  right: "drafts:sign",
  input: signInput,
  run: ({ member, now }, input) => signLetter(member, input, now),
});

export const takeBackLetterAction = createAction({
  right: "drafts:sign",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => takeBackLetter(member, letterId, now),
});

export const discardLetterAction = createAction({
  right: "drafts:edit",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => discardLetter(member, letterId, now),
});

export const restoreLetterAction = createAction({
  right: "drafts:edit",
  input: z.object({ letterId: id }),
  run: ({ member, now }, { letterId }) => restoreLetter(member, letterId, now),
});

export const editOwnTextAction = createAction({
  right: "drafts:edit",
  input: z.object({
    letterId: id,
    draftId: id,
    subject,
    body,
    seen: z.object({ subject: z.string().max(mostLetters.subject), body: z.string().max(mostLetters.mail) }),
  }),
  run: ({ member, now }, input) => editOwnText(member, input, now),
});

export const dropOwnTextAction = createAction({
  right: "drafts:edit",
  input: z.object({ letterId: id, draftId: id }),
  run: ({ member, now }, input) => dropOwnText(member, input, now),
});

export const findPeopleAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ text: z.string().max(mostLetters.line) }),
  run: ({ member }, { text }) => findPeople(member, text),
});

export const listPeopleAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ listId: id }),
  run: ({ member }, { listId }) => listPeople(member, listId),
});

export const addAddressAction = createAction({
  right: "contacts:edit",
  input: z.object({ email: z.string().trim().min(1, "Write an address.").max(mostLetters.address) }),
  run: ({ member, now }, { email }) => addAddress(member, email, now),
});

export const draftLetterAction = createAction({
  right: "drafts:edit",
  knock: "model draft",
  input: z.object({
    letterId: id,
    note: z.string().max(mostLetters.note, "Keep the note under 2,000 characters."),
    templateId: id.nullable(),
    each: z.boolean(),
    tone: z.enum(tones).nullable(),
  }),
  run: ({ member, now }, input) => draftLetter(member, input, now),
});
