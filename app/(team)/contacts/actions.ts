"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { addContact } from "@/lib/contacts/add-contact";
import { putBackAddress, removeAddress } from "@/lib/contacts/addresses/remove-address";
import { archiveContacts, restoreContacts } from "@/lib/contacts/archive-contacts";
import { editContact } from "@/lib/contacts/edit-contact";
import { findContacts } from "@/lib/contacts/find-contacts";
import { choice, ids } from "./choice";

const id = z.uuid();
const short = z.string().max(200, "Keep it under 200 characters.");

export const addContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ email: short, firstName: short, lastName: short, company: short }),
  run: ({ member, now }, input) => addContact(member, input, now),
});

/** Says when, so that it can be taken back as one. */
export const archiveContactsAction = createAction({
  right: "contacts:edit",
  input: z.object({ choice }),
  run: async ({ member, now }, input) => ({ archived: await archiveContacts(member, input.choice, now), at: now.toISOString() }),
});

export const restoreContactsAction = createAction({
  right: "contacts:edit",
  input: z.union([z.object({ contactIds: ids }), z.object({ archivedAt: z.iso.datetime() })]),
  run: ({ member, now }, input) =>
    restoreContacts(member, "contactIds" in input ? input.contactIds : { archivedAt: new Date(input.archivedAt) }, now),
});

export const editContactAction = createAction({
  right: "contacts:edit",
  input: z.object({
    contactId: id,
    firstName: short,
    lastName: short,
    company: short,
    timeZone: z.string().max(64).optional(),
    fields: z
      .array(z.object({ name: z.string().max(64), value: z.string().max(2000, "Keep it under 2,000 characters.") }))
      .max(200),
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
  input: z.object({ contactId: id, address: z.string().max(320) }),
  run: ({ member }, input) => putBackAddress(member, input.contactId, input.address),
});

/** Whom a few letters may mean, for adding them to a list or for saying whose a message is. */
export const findContactsAction = createAction({
  right: "team:read",
  input: z.object({ search: z.string().trim().min(1).max(200), notIn: id.nullable() }),
  run: ({ member }, input) => findContacts(member, input.search, input.notIn),
});
