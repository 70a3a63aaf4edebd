import { env } from "../../env/env";
import { countAnswers } from "./count-answers";
import type { News } from "./read-news";

/** Teams takes messages of up to 28 KB; the workflow wraps ours in its own. */
const mostBytes = 24 * 1024;
/** More than so many nobody reads in a channel. */
const mostListed = 20;

type Card = Record<string, unknown>;

/**
 * News as the Adaptive Card that a Teams workflow takes. Whatever others wrote stands in TextRuns, in which Markdown is text; in TextBlocks, where it works,
 * stands nothing but ours.
 */
export function makeCard(news: News[]): string {
  for (let listed = Math.min(news.length, mostListed); listed > 1; listed -= 1) {
    const text = envelopeOf(cardOf(news, listed));
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  return envelopeOf(cardOf(news, 1));
}

/** A card that says no more than that it arrives. */
export function makeTestCard(): string {
  const says = "This is what you asked for: new answers will be told here.";
  return envelopeOf(
    wrap(
      [block("Countersign can post here"), { ...block(says), weight: "Default", size: "Default" }],
      "/settings/notices",
      "Open Notices",
    ),
  );
}

function cardOf(news: News[], listed: number): Card {
  const more = news.length - listed;
  const last =
    more > 0 ? [{ ...block(`and ${more} more`), weight: "Default", size: "Default", isSubtle: true, separator: true }] : [];
  return wrap([block(countAnswers(news.length)), ...news.slice(0, listed).map(itemOf), ...last], "/replies", "Open Replies");
}

function itemOf({ threadId, name, company, line, mailbox, label }: News): Card {
  const runs = (...inlines: Card[]): Card => ({ type: "RichTextBlock", inlines, spacing: "Small" });
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    items: [
      runs(run(name, { weight: "Bolder" }), ...(company ? [run(`, ${company}`)] : [])),
      ...(line ? [runs(run(line))] : []),
      runs(run(`to ${mailbox}${label ? `, ${label}` : ""}`, { isSubtle: true, size: "Small" })),
      {
        ...block(`[Open the thread](${env().APP_URL}/replies/${threadId})`),
        weight: "Default",
        size: "Default",
        spacing: "Small",
      },
    ],
  };
}

const block = (text: string): Card => ({ type: "TextBlock", text, wrap: true, weight: "Bolder", size: "Medium" });
const run = (text: string, look: Card = {}): Card => ({ type: "TextRun", text: asText(text), ...look });

/**
 * Two things work in every text of a card, and in a workflow's own: `{{DATE(…)}}` and `<at>…</at>`, which calls somebody. A mark that nobody sees
 * keeps them apart.
 */
function asText(text: string): string {
  return text.replace(/\{(?=\{)/g, "{\u2060").replace(/<(?=\/?\s*\w)/g, "<\u2060");
}

function wrap(body: Card[], path: string, title: string): Card {
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    msteams: { width: "Full" },
    body,
    actions: [{ type: "Action.OpenUrl", title, url: `${env().APP_URL}${path}` }],
  };
}

function envelopeOf(content: Card): string {
  return JSON.stringify({
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  });
}
