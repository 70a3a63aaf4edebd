import type { Topic } from "@/lib/live/topic";

/** What each page shows, by how its address begins: a change of anything else leaves it as it is. Its frame hears by itself. */
const pages: [RegExp, Topic[]][] = [
  [/^\/$/, ["campaigns", "review", "sending", "replies", "mailboxes", "uploads", "contacts"]],
  [/^\/review\b/, ["campaigns", "review", "sending", "replies", "mailboxes", "contacts"]],
  [/^\/replies\b/, ["campaigns", "review", "sending", "replies", "mailboxes", "contacts"]],
  [/^\/campaigns\/new\b/, ["campaigns", "contacts", "templates"]],
  [/^\/campaigns\b/, ["campaigns", "review", "sending", "replies", "mailboxes", "contacts", "templates"]],
  [/^\/calendar\b/, ["campaigns", "review", "sending", "replies", "mailboxes", "contacts"]],
  [/^\/contacts\/(import|suppressed)\b/, ["contacts", "uploads", "campaigns"]],
  [/^\/contacts\b/, ["contacts", "uploads", "campaigns", "review", "sending", "replies"]],
  [/^\/templates\b/, ["templates", "campaigns", "contacts"]],
  [/^\/write\b/, ["review", "sending", "replies", "mailboxes", "contacts", "templates", "campaigns"]],
  [/^\/settings\/mailboxes\b/, ["mailboxes", "sending", "replies", "campaigns", "members"]],
  [/^\/settings\/rules\b/, ["members", "mailboxes", "campaigns", "sending"]],
  [/^\/settings(\/(members|notices|engine))?\b/, ["members", "mailboxes", "campaigns"]],
];

/** As the stream's address names them; null for a page that nobody described: it hears of everything. */
export function topicsOf(path: string): string | null {
  return pages.find(([begin]) => begin.test(path))?.[1].join(",") ?? null;
}
