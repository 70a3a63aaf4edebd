import { escapeHtml } from "../http";
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
