"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { addContact } from "@/lib/contacts/add-contact";
import { addMembers } from "@/lib/contacts/add-members";
import { archiveContacts, restoreContacts } from "@/lib/contacts/archive-contacts";
import { editContact } from "@/lib/contacts/edit-contact";
import { findContacts } from "@/lib/contacts/find-contacts";
import { removeMembers } from "@/lib/contacts/remove-members";
import { addUpload } from "@/lib/lists/add-upload";
import { createList } from "@/lib/lists/create-list";
import { deleteList } from "@/lib/lists/delete-list";
import { renameList } from "@/lib/lists/rename-list";
import { liftSuppression } from "@/lib/suppressions/lift-suppression";
import { suppressContact } from "@/lib/suppressions/suppress-contact";
import { cancelUpload } from "@/lib/uploads/cancel-upload";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { countRows } from "@/lib/uploads/count-rows";

const id = z.uuid();
const ids = z.array(id).min(1, "Choose somebody first.").max(1000, "At most 1,000 at a time.");
/** Some by their ids, or all that an address of the pages shows. */
const choice = z.union([
  ids,
  z
    .strictObject({
      all: z.literal(true),
      search: z.string().max(200).optional(),
      listId: id.optional(),
      suppressed: z.boolean().optional(),
    })
    .transform(({ all: _, ...filter }) => filter),
]);
const listName = z.string().trim().min(1, "A list needs a name.").max(120, "Keep the name under 120 characters.");
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
    fields: z
      .array(z.object({ name: z.string().max(64), value: z.string().max(2000, "Keep it under 2,000 characters.") }))
      .max(200),
  }),
  run: ({ member, now }, { contactId, ...given }) => editContact(member, contactId, given, now),
});

/** Whom a few letters may mean, for adding them to a list. */
export const findContactsAction = createAction({
  right: "team:read",
  input: z.object({ search: z.string().trim().min(1).max(200), notIn: id }),
  run: ({ member }, input) => findContacts(member, input.search, input.notIn),
});

export const createListAction = createAction({
  right: "contacts:edit",
  input: z.object({ name: listName }),
  run: ({ member, now }, input) => createList(member, input.name, now),
});

export const renameListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, name: listName }),
  run: ({ member, now }, input) => renameList(member, input.listId, input.name, now),
});

export const addMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, choice }),
  run: ({ member, now }, input) => addMembers(member, input.listId, input.choice, now),
});

export const removeMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, choice }),
  run: ({ member }, input) => removeMembers(member, input.listId, input.choice),
});

export const addUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, uploadId: id }),
  run: ({ member, now }, input) => addUpload(member, input.listId, input.uploadId, now),
});

export const deleteListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id }),
  run: ({ member }, input) => deleteList(member, input.listId),
});

export const suppressContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactId: id }),
  run: ({ member, now }, input) => suppressContact(member, input.contactId, now),
});

export const liftSuppressionAction = createAction({
  right: "suppressions:lift",
  input: z.object({
    contactId: id,
    reason: z.string().trim().min(3, "Say why, in a few words.").max(300, "Keep it under 300 characters."),
  }),
  run: ({ member, now }, input) => liftSuppression(member, input.contactId, input.reason, now),
});

export const confirmUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: id,
    targets: z.array(z.string().max(80)).max(200),
    knownPolicy: z.enum(["fill", "overwrite", "leave"]),
    listName: z.string().max(120, "Keep the name under 120 characters.").nullable(),
  }),
  run: ({ member, now }, { uploadId, ...given }) => confirmUpload(member, uploadId, given, now),
});

/** How all rows count when the addresses stand in another column. */
export const countRowsAction = createAction({
  right: "team:read",
  input: z.object({ uploadId: id, column: z.int().min(0).max(199) }),
  run: ({ member }, input) => countRows(member, input.uploadId, input.column),
});

export const cancelUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ uploadId: id }),
  run: ({ member, now }, input) => cancelUpload(member, input.uploadId, now),
});
