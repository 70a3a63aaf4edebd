"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostFields, mostLetters } from "@/lib/actions/text-limits";
import { addContact } from "@/lib/contacts/add-contact";
import { putBackAddress, removeAddress } from "@/lib/contacts/addresses/remove-address";
import { archiveContacts, restoreContacts } from "@/lib/contacts/archive-contacts";
import { editContact } from "@/lib/contacts/edit-contact";
import { findContacts } from "@/lib/contacts/find-contacts";
import { toArchive, toRestore } from "./choice";

const id = z.uuid();
const short = z.string().max(mostLetters.line, "Keep it under 200 characters.");

export const addContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ email: short, firstName: short, lastName: short, company: short }),
  run: ({ member, now }, input) => addContact(member, input, now),
});

export const archiveContactsAction = createAction({
  right: "contacts:edit",
  input: z.object({ choice: toArchive }),
  run: ({ member, now }, input) => archiveContacts(member, input.choice, now),
});

export const restoreContactsAction = createAction({
  right: "contacts:edit",
  input: z.object({ choice: toRestore }),
  run: ({ member, now }, input) => restoreContacts(member, input.choice, now),
});

export const editContactAction = createAction({
  right: "contacts:edit",
  input: z.object({
    contactId: id,
    firstName: short,
    lastName: short,
    company: short,
    timeZone: z.string().max(mostLetters.word).optional(),
    fields: z
      .array(
        z.object({
          name: z.string().max(mostLetters.word),
          value: z.string().max(mostLetters.note, "Keep it under 2,000 characters."),
        }),
      )
      .max(mostFields),
  }),
  run: ({ member, now }, { contactId, ...given }) => editContact(member, contactId, given, now),
});

/** "Not theirs": an address of a contact besides the one that mail goes to. */
export const removeAddressAction = createAction({
  right: "contacts:edit",
  input: z.object({ addressId: id }),
  run: ({ member, now }, input) => removeAddress(member, input.addressId, now),
});

export const putBackAddressAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactId: id, address: z.string().max(mostLetters.address) }),
  run: ({ member }, input) => putBackAddress(member, input.contactId, input.address),
});

/** Whom a few letters may mean, for adding them to a list or for saying whose a message is. */
export const findContactsAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ search: z.string().trim().min(1).max(mostLetters.line), notIn: id.nullable() }),
  run: ({ member }, input) => findContacts(member, input.search, input.notIn),
});
