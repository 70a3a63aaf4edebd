import { ofCampaigns } from "./of-campaigns";
import { ofMails } from "./of-mails";
import { ofPeople } from "./of-people";
import { ofReplies } from "./of-replies";
import { ofTeam } from "./of-team";
import type { Lines } from "./world";

/** Every action of the product, by its name. They are tried in this order, in one world. */
export const actionTable: Lines = { ...ofCampaigns, ...ofPeople, ...ofMails, ...ofTeam, ...ofReplies };
