import type { Run } from "@/lib/mail/compare/mark-words";
import { readBody } from "@/lib/mail/compare/read-body";
import { type PartName, readParts } from "@/lib/mail/compare/read-parts";
import { escapeHtml } from "@/lib/mail/escape-html";

/** Which of the two texts: as signed, as it lay in Outlook, or both in one. */
export type Side = "signed" | "found" | "both";

const kept: Record<Side, Run["kind"][]> = {
  signed: ["same", "removed"],
  found: ["same", "added"],
  both: ["same", "removed", "added"],
};
const tags = { same: null, removed: "del", added: "mark" } as const;
const order: PartName[] = ["text", "signature", "footer", "history"];
const looks: Partial<Record<PartName, string>> = {
  footer: ' style="margin-top:24px;padding-top:12px;border-top:1px solid #E5E8E2;color:#646D67;font-size:13px"',
};

/** A text with what was changed in it marked, as HTML of plain words: what others wrote is shown, and nothing of it acts. */
export function markHtml(runs: Run[], signedHtml: string, side: Side): string {
  const ends = endsOfParts(signedHtml);
  let line = 0;
  let part = order[0] as PartName;
  let html = `<div data-part="${part}"><p>`;
  for (const { kind, text } of runs) {
    const tag = tags[kind];
    text.split("\n").forEach((words, index) => {
      if (index > 0 && kind !== "added") line += 1;
      const next = order.find((one) => line < (ends[one] ?? 0)) ?? part;
      if (kept[side].includes(kind) && index > 0) html += "</p><p>";
      if (next !== part) {
        html += `</p></div><div data-part="${next}"${looks[next] ?? ""}><p>`;
        part = next;
      }
      if (kept[side].includes(kind)) html += tag ? marked(tag, words) : escapeHtml(words);
    });
  }
  return unfolded(`${html}</p></div>`.replaceAll("<p></p>", ""));
}

/** A letter folds the mail before: never where something in it was changed. */
function unfolded(html: string): string {
  const at = html.indexOf('<div data-part="history"');
  return at >= 0 && /<(del|mark)>/.test(html.slice(at))
    ? html.replace('data-part="history"', 'data-part="history changed"')
    : html;
}

/** Blanks at its ends are no change to see. */
function marked(tag: string, words: string): string {
  const inner = words.trim();
  if (inner === "") return words;
  const start = words.indexOf(inner);
  return `${words.slice(0, start)}<${tag}>${escapeHtml(inner)}</${tag}>${words.slice(start + inner.length)}`;
}

/** The line of the signed words at which each part has ended. */
function endsOfParts(html: string): Partial<Record<PartName, number>> {
  const parts = readParts(html);
  let line = 0;
  const ends: Partial<Record<PartName, number>> = {};
  for (const name of order) {
    const words = readBody(parts[name] ?? "").words;
    if (words !== "") line += words.split("\n").length;
    ends[name] = line;
  }
  return ends;
}
