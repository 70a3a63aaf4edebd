import { expect, test } from "vitest";
import { notificationUrl } from "./notification-url";

test.each<[string, string | undefined, string | null]>([
  ["https://countersign.contoso.com", undefined, "https://countersign.contoso.com/api/graph/notify"],
  ["https://countersign.contoso.com/", "https://hooks.contoso.com/", "https://hooks.contoso.com/api/graph/notify"],
  ["https://countersign.contoso.com", "none", null],
  ["https://localhost:3000", undefined, null],
  ["http://localhost:3000", undefined, null],
  ["http://localhost:3000", "http://127.0.0.1:4107", "http://127.0.0.1:4107/api/graph/notify"],
])("opened at %s, with %s named for it: %s", (APP_URL, GRAPH_NOTIFICATION_URL, url) => {
  expect(notificationUrl({ APP_URL, GRAPH_NOTIFICATION_URL })).toBe(url);
});
