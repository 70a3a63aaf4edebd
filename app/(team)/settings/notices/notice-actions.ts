"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { sendTestNotice } from "@/lib/notices/send-test-notice";
import { setNoticeTarget } from "@/lib/notices/set-notice-target";
import { keepWebhook } from "@/lib/notices/webhook/keep-webhook";

const change = changeInput(
  {},
  {
    when: z.enum(["never", "at once", "digest"]).optional(),
    way: z.enum(["mail", "teams"]).optional(),
    about: z.enum(["all", "mine"]).optional(),
    digestAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time as 8:30.")
      .optional(),
    senderAccountId: z.uuid().optional(),
  },
);
const pasted = z.object({
  address: z.string().max(4000, "This is too long for an address.").regex(/\S/, "Paste the address of the workflow."),
});
const nothing = z.object({});

export const setOwnNoticesAction = createAction({
  right: "team:read",
  input: change,
  run: ({ member, now }, input) => setNoticeTarget(member, "own", input, now),
});

export const setTeamNoticesAction = createAction({
  right: "team:manage",
  input: change,
  run: ({ member, now }, input) => setNoticeTarget(member, "team", input, now),
});

export const testOwnNoticesAction = createAction({
  right: "team:read",
  knock: "test notice",
  input: nothing,
  run: ({ member, now }) => sendTestNotice(member, "own", now),
});

export const testTeamNoticesAction = createAction({
  right: "team:manage",
  knock: "test notice",
  input: nothing,
  run: ({ member, now }) => sendTestNotice(member, "team", now),
});

export const pasteOwnWebhookAction = createAction({
  right: "team:read",
  input: pasted,
  run: ({ member, now }, { address }) => keepWebhook(member, "own", address, now),
});

export const pasteTeamWebhookAction = createAction({
  right: "team:manage",
  input: pasted,
  run: ({ member, now }, { address }) => keepWebhook(member, "team", address, now),
});
