"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { addContact } from "@/lib/contacts/add-contact";
import { archiveContacts, restoreContacts } from "@/lib/contacts/archive-contacts";
import { addMembers } from "@/lib/lists/add-members";
import { createList } from "@/lib/lists/create-list";
import { removeMembers } from "@/lib/lists/remove-members";
import { renameList } from "@/lib/lists/rename-list";
import { liftSuppression } from "@/lib/suppressions/lift-suppression";
import { suppressContact } from "@/lib/suppressions/suppress-contact";
import { cancelUpload } from "@/lib/uploads/cancel-upload";
import { confirmUpload } from "@/lib/uploads/confirm-upload";

const id = z.uuid();
const ids = z.array(id).min(1, "Choose somebody first.").max(1000, "At most 1,000 at a time.");
const listName = z.string().trim().min(1, "A list needs a name.").max(120, "Keep the name under 120 characters.");
const short = z.string().max(200, "Keep it under 200 characters.");

export const addContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ email: short, firstName: short, lastName: short, company: short }),
  run: ({ scope, now }, input) => addContact(scope, input, now),
});

export const archiveContactsAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactIds: ids }),
  run: ({ scope, now }, input) => archiveContacts(scope, input.contactIds, now),
});

export const restoreContactsAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactIds: ids }),
  run: ({ scope, now }, input) => restoreContacts(scope, input.contactIds, now),
});

export const createListAction = createAction({
  right: "contacts:edit",
  input: z.object({ name: listName }),
  run: ({ scope, now }, input) => createList(scope, input.name, now),
});

export const renameListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, name: listName }),
  run: ({ scope, now }, input) => renameList(scope, input.listId, input.name, now),
});

export const addMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, contactIds: ids }),
  run: ({ scope, now }, input) => addMembers(scope, input.listId, input.contactIds, now),
});

export const removeMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, contactIds: ids }),
  run: ({ scope }, input) => removeMembers(scope, input.listId, input.contactIds),
});

export const suppressContactAction = createAction({
  right: "contacts:edit",
  input: z.object({ contactId: id }),
  run: ({ scope, now }, input) => suppressContact(scope, input.contactId, now),
});

export const liftSuppressionAction = createAction({
  right: "suppressions:lift",
  input: z.object({
    contactId: id,
    reason: z.string().trim().min(3, "Say why, in a few words.").max(300, "Keep it under 300 characters."),
  }),
  run: ({ scope, now }, input) => liftSuppression(scope, input.contactId, input.reason, now),
});

export const confirmUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({
    uploadId: id,
    targets: z.array(z.string().max(80)).max(200),
    knownPolicy: z.enum(["fill", "overwrite", "leave"]),
    listName: z.string().max(120, "Keep the name under 120 characters.").nullable(),
  }),
  run: ({ scope, now }, { uploadId, ...given }) => confirmUpload(scope, uploadId, given, now),
});

export const cancelUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ uploadId: id }),
  run: ({ scope, now }, input) => cancelUpload(scope, input.uploadId, now),
});
