import { type Fault, faults } from "../faults";
import { escapeHtml } from "../http";
import { calls } from "../state";

/** What the buttons of the page put into force. */
export const troubles: {
  name: string;
  label: string;
  detail: string;
  when: string;
  fault: Partial<Fault> & Pick<Fault, "kind">;
}[] = [
  {
    name: "429",
    label: "too many requests",
    detail: "Retry-After 2 s",
    when: "on next 2 sends",
    fault: { kind: "status-before", status: 429, retryAfter: "2", path: "/send$", times: 2 },
  },
  {
    name: "503",
    label: "before the work is done",
    detail: "not sent",
    when: "on next 2 sends",
    fault: { kind: "status-before", status: 503, path: "/send$", times: 2 },
  },
  {
    name: "504",
    label: "after sending",
    detail: "sent, but says it failed",
    when: "on next send",
    fault: { kind: "status-after", status: 504, path: "/send$", times: 1 },
  },
  {
    name: "drop",
    label: "cut the connection",
    detail: "sent, but no answer at all",
    when: "on next send",
    fault: { kind: "drop-after", path: "/send$", times: 1 },
  },
  {
    name: "slow",
    label: "wait before answering",
    detail: "8 s",
    when: "on next send",
    fault: { kind: "delay", ms: 8000, path: "/send$", times: 1 },
  },
];

const inForce = (fault: Fault) => fault.times === null || fault.times > 0;
const status = (fault: Partial<Fault>) => (fault.kind?.startsWith("status") ? (fault.status ?? 503) : 0);

/** Faults of one button, spent ones included. */
export function faultsOf(name: string): Fault[] {
  const one = troubles.find((trouble) => trouble.name === name)?.fault;
  return one ? faults.filter((fault) => fault.kind === one.kind && status(fault) === status(one)) : [];
}

export function troubleColumn(): string {
  const rows = troubles.map((one) => {
    const mine = faultsOf(one.name);
    const on = mine.some(inForce);
    const done = mine.reduce((count, fault) => count + fault.struck, 0);
    const left = mine.reduce((count, fault) => count + (fault.times ?? 0), 0);
    const count = on && left > 0 ? `${done} of ${done + left} done` : `${done} done`;
    return `<form class="fault${on ? " on" : ""}" method="post" action="/trouble"><b>${one.name}</b><span>${one.label}</span><button name="name" value="${one.name}" aria-pressed="${on}" aria-label="${one.label}: ${on ? "on" : "off"}">${on ? "on" : "off"}</button><small>${one.detail}<br>${one.when}</small><small class="mono count">${count}</small></form>`;
  });
  const last = calls
    .slice(-6)
    .reverse()
    .map(
      (call) =>
        `<div class="${call.status >= 400 || call.status < 0 ? "bad" : ""}"><span>${call.at.slice(11, 19)}</span><span>${call.method}</span><span>${escapeHtml(short(call.path, call.query))}</span><em>${call.status < 0 ? "cut" : call.status || "held"}</em></div>`,
    );
  const on = faults.filter(inForce).length;
  return `<aside class="trouble"><h2>Make trouble <span class="mono dim">${on > 0 ? `${on} on` : "all off"}</span></h2><p class="dim">What Exchange does on a bad day. Counts since the start.</p>${rows.join("")}<form method="post" action="/trouble"><button class="wide" name="name" value="off">Everything off</button></form><p class="dim"><a href="/people">Licences, blocked sending, consent and refusals</a></p>
    <h2 class="last">Last requests <a href="/requests">all ${calls.length.toLocaleString("en")}</a></h2><div class="calls">${last.join("") || '<p class="dim">None yet.</p>'}</div></aside>`;
}

function short(path: string, query: string): string {
  if (query.includes("$filter=") && !path.endsWith("delta")) return "…?$filter=";
  const tail = path.replace(/^\/(me|users\/[^/]+)/, "");
  const last = tail.split("/").at(-1) ?? "";
  return last.length > 20 ? `…/${last.slice(0, 10)}…` : `…/${last || "me"}`;
}
