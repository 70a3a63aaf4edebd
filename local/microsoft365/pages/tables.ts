import { escapeHtml } from "../http";
import { people } from "../people";
import { calls } from "../state";
import { page } from "./layout";

export function requestsPage(): string {
  const rows = [...calls]
    .reverse()
    .map(
      (call) =>
        `<tr><td>${call.at.slice(11, 23)}</td><td>${call.method}</td><td>${escapeHtml(call.path + call.query)}</td><td>${escapeHtml(call.mailbox ?? "")}</td><td>${call.ms} ms</td><td>${call.status < 0 ? "cut" : call.status || "held"}</td></tr>`,
    );
  return page(
    "Requests",
    `<main style="padding:24px"><h1>What the app asked</h1><p class="dim">${calls.length === 0 ? "Nothing yet." : `The last ${calls.length}, newest first; at most a thousand are kept.`}</p><table class="mono card" style="width:100%;border-spacing:12px 4px;overflow-wrap:anywhere">${rows.join("")}</table></main>`,
    { tab: "Requests" },
  );
}

export function peoplePage(): string {
  const rows = people.map(
    (person) =>
      `<tr><td>${escapeHtml(person.name)}</td><td class="mono">${escapeHtml(person.email)}</td><td>${escapeHtml(person.tenantName)}</td><td>${person.kind}</td><td><form method="post" action="/revoke"><button name="person" value="${person.oid}">Sign out at Microsoft</button></form></td></tr>`,
  );
  return page(
    "People",
    `<main style="padding:24px"><h1>People</h1><p class="dim">Signing somebody out kills their tokens; the app learns it at the next call.</p><table class="card" style="border-spacing:20px 8px">${rows.join("")}</table></main>`,
    { tab: "People" },
  );
}
