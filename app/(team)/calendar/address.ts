import { oneText } from "@/app/ui/address/one-text";
import type { ScheduledFilter } from "@/lib/scheduled/scheduled";

export type Asked = Record<string, string | string[] | undefined>;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address narrows the page to; what it cannot mean is left out. */
export function readFilter(asked: Asked): ScheduledFilter {
  const [by, mailbox, from, day] = [oneText(asked.by), oneText(asked.mailbox), oneText(asked.from), oneText(asked.day)];
  return {
    by: by === "hand" || by === "campaigns" ? by : "all",
    mailbox: mailbox && isId(mailbox) ? mailbox : null,
    person: oneText(asked.q) ?? "",
    show: oneText(asked.show) === "cancelled" ? "cancelled" : "coming",
    from: from && isDay(from) ? from : null,
    day: day && isDay(day) ? day : null,
    after: oneText(asked.after) ?? null,
  };
}

/** The address of the page under another filter: whoever narrows it anew begins at its top. */
export function addressOf(filter: ScheduledFilter, change: Partial<ScheduledFilter>): string {
  const { by, mailbox, person, show, from, day, after } = { ...filter, from: null, day: null, after: null, ...change };
  const query = new URLSearchParams({
    ...(show === "cancelled" ? { show } : {}),
    ...(by === "all" ? {} : { by }),
    ...(mailbox ? { mailbox } : {}),
    ...(person ? { q: person } : {}),
    ...(from ? { from } : {}),
    ...(day ? { day } : {}),
    ...(after ? { after } : {}),
  }).toString();
  return query ? `/calendar?${query}` : "/calendar";
}
