import { spell, spellFirst } from "@/app/ui/words/count-words";
import type { CampaignRow } from "@/lib/campaigns/read/read-campaigns";

/** How all campaigns stand together: what sends and what waits for somebody, then the day in numbers. */
export function describeCampaigns(
  campaigns: CampaignRow[],
  stopped: { by: string | null } | null,
): { verdict: string; about: string } {
  if (campaigns.length === 0)
    return {
      verdict: "No campaign yet",
      about: "A campaign sends a list of people a few mails, one after another, until they answer.",
    };
  const active = campaigns.filter((campaign) => campaign.status === "active");
  const held = active.filter((campaign) => campaign.mailboxHeld).length;
  const unsigned = active.filter((campaign) => !campaign.mailboxHeld && !campaign.next && campaign.toSign > 0).length;
  const sending = active.length - held - unsigned;
  const paused = campaigns.filter((campaign) => campaign.status === "paused").length;
  const parts = [
    stopped ? `All sending is stopped by ${stopped.by ?? "your team"}` : sending === 0 ? "No campaign sends" : says(sending),
    held > 0 && `${spell(held)} ${held === 1 ? "waits for its mailbox" : "wait for their mailboxes"}`,
    unsigned > 0 && `${spell(unsigned)} ${unsigned === 1 ? "waits" : "wait"} for a signature`,
    paused > 0 && `${spell(paused)} ${paused === 1 ? "is" : "are"} paused`,
  ].filter(Boolean);
  return { verdict: parts.join(", "), about: sayDay(campaigns) };
}

/** What stands among the archived. */
export function describeArchived(count: number): { verdict: string; about: string } {
  if (count === 0)
    return {
      verdict: "No campaign is archived",
      about: "A finished campaign is put away by its menu, and comes back from here.",
    };
  return {
    verdict: `${spellFirst(count)} ${count === 1 ? "campaign is" : "campaigns are"} archived`,
    about: `What ${count === 1 ? "it" : "they"} sent stays, and answers are still read. ${count === 1 ? "It" : "Each"} comes back as it was.`,
  };
}

function says(sending: number): string {
  return `${spellFirst(sending)} ${sending === 1 ? "campaign sends" : "campaigns send"}`;
}

function sayDay(campaigns: CampaignRow[]): string {
  const sum = (of: "sentToday" | "plannedToday" | "toSign", some = campaigns) =>
    some.reduce((total, campaign) => total + campaign[of], 0);
  const [sent, planned] = [sum("sentToday"), sum("plannedToday")];
  const toSign = sum(
    "toSign",
    campaigns.filter((campaign) => campaign.status === "active" || campaign.status === "paused"),
  );
  const number = (value: number) => value.toLocaleString("en");
  return [
    planned === 0
      ? "No mail has its minute today."
      : sent === planned
        ? `${planned === 1 ? "Today’s one mail has" : `All of today’s ${number(planned)} mails have`} left.`
        : `${number(sent)} of today’s ${number(planned)} mails ${sent === 1 ? "has" : "have"} left.`,
    toSign > 0 && `${number(toSign)} ${toSign === 1 ? "draft needs" : "drafts need"} a signature.`,
  ]
    .filter(Boolean)
    .join(" ");
}
