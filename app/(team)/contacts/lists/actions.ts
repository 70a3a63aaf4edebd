"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { addMembers } from "@/lib/lists/add-members";
import { addUpload } from "@/lib/lists/add-upload";
import { createList } from "@/lib/lists/create-list";
import { deleteList } from "@/lib/lists/delete-list";
import { removeMembers } from "@/lib/lists/remove-members";
import { renameList } from "@/lib/lists/rename-list";
import { choice } from "../choice";

const id = z.uuid();
const name = z.string().trim().min(1, "A list needs a name.").max(120, "Keep the name under 120 characters.");

export const createListAction = createAction({
  right: "contacts:edit",
  input: z.object({ name }),
  run: ({ scope, now }, input) => createList(scope, input.name, now),
});

export const renameListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, name }),
  run: ({ scope, now }, input) => renameList(scope, input.listId, input.name, now),
});

export const addMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, choice }),
  run: ({ scope, now }, input) => addMembers(scope, input.listId, input.choice, now),
});

export const removeMembersAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, choice }),
  run: ({ scope }, input) => removeMembers(scope, input.listId, input.choice),
});

export const addUploadAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id, uploadId: id }),
  run: ({ scope, now }, input) => addUpload(scope, input.listId, input.uploadId, now),
});

export const deleteListAction = createAction({
  right: "contacts:edit",
  input: z.object({ listId: id }),
  run: ({ scope }, input) => deleteList(scope, input.listId),
});
