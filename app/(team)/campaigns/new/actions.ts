"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { createCampaign } from "@/lib/campaigns/setup/create-campaign";

const name = z.string().trim().min(1, "A campaign needs a name.").max(mostLetters.name, "Keep the name under 120 characters.");

export const createCampaignAction = createAction({
  right: "campaigns:edit",
  input: z.object({ name, listId: z.uuid().nullable() }),
  run: ({ member, now }, input) => createCampaign(member, input, now),
});
