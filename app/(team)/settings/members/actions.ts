"use server";

import { z } from "zod";
import { changeInput } from "@/lib/actions/change-input";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { endSession } from "@/lib/auth/end-session";
import { answerRequest } from "@/lib/team/answer-request";
import { changeRole } from "@/lib/team/change-role";
import { changeTeam } from "@/lib/team/change-team";
import { removeMember } from "@/lib/team/remove-member";

const role = z.enum(["viewer", "member", "administrator"]);

export const changeRoleAction = createAction({
  right: "members:manage",
  input: z.object({ memberId: z.uuid(), role }),
  run: ({ member, now }, input) => changeRole(member, input.memberId, input.role, now),
});

export const letInAction = createAction({
  right: "members:manage",
  input: z.object({ memberId: z.uuid(), role }),
  run: ({ member, now }, input) => answerRequest(member, input.memberId, { letIn: true, role: input.role }, now),
});

export const turnAwayAction = createAction({
  right: "members:manage",
  input: z.object({ memberId: z.uuid() }),
  run: ({ member, now }, input) => answerRequest(member, input.memberId, { letIn: false }, now),
});

export const removeMemberAction = createAction({
  right: "members:manage",
  input: z.object({ memberId: z.uuid() }),
  run: ({ member, now }, input) => removeMember(member, input.memberId, now),
});

export const endSessionAction = createAction({
  right: "members:manage",
  input: z.object({ sessionId: z.uuid() }),
  run: ({ member, now }, input) => endSession(member, input.sessionId, now),
});

export const changeTeamAction = createAction({
  right: "team:manage",
  input: changeInput(
    {},
    {
      joinPolicy: z.enum(["off", "ask", "automatic"]).optional(),
      joinRole: z.enum(["viewer", "member"]).optional(),
      name: z.string().max(mostLetters.short, "Keep the name under 80 characters.").optional(),
      postalAddress: z.string().max(mostLetters.lines, "Keep the address under 500 characters.").optional(),
      timezone: z.string().max(mostLetters.word).optional(),
      idleDays: z.number().int().min(1).max(30).optional(),
    },
  ),
  run: ({ member, now }, input) => changeTeam(member, input, now),
});
