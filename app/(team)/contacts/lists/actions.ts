"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { addMembers } from "@/lib/contacts/add-members";
import { removeMembers } from "@/lib/contacts/remove-members";
import { addUpload } from "@/lib/lists/add-upload";
import { createList } from "@/lib/lists/create-list";
import { deleteList } from "@/lib/lists/delete-list";
import { renameList } from "@/lib/lists/rename-list";
import { takeBackRemoval } from "@/lib/removals/take-back-removal";
import { choice } from "../choice";

const id = z.uuid();
const name = z.string().trim().min(1, "A list needs a name.").max(mostLetters.name, "Keep the name under 120 characters.");

export const createListAction = createAction({
  right: "contacts:edit",
  input: z.object({ name }),
  run: ({ member, now }, input) => createList(member, input.name, now),
});

export const renameListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, name }),
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
  run: ({ member, now }, input) => removeMembers(member, input.listId, input.choice, now),
});

export const addUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, uploadId: id }),
  run: ({ member, now }, input) => addUpload(member, input.listId, input.uploadId, now),
});

export const deleteListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id }),
  run: ({ member, now }, input) => deleteList(member, input.listId, now),
});

export const takeBackListAction = createAction({
  right: "contacts:edit",
  input: z.object({ removalId: id, removedId: id }),
  run: ({ member }, input) => takeBackRemoval(member, ["list", "people of a list"], input),
});
