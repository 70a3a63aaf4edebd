import { beforeAll, expect, test } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { checkWebhook } from "./check-webhook";
import { judgeAnswer } from "./judge-answer";

beforeAll(() =>
  stubSettings({
    TEAMS_WEBHOOK_HOSTS: "*.logic.azure.com,*.powerplatform.com,*.webhook.office.com,flows.contoso.com,http://127.0.0.1:4321",
  }),
);

test.each([
  "https://prod-12.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x",
  "https://default1234.56.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/abc/triggers/manual/paths/invoke?sig=x",
  "https://contoso.webhook.office.com/webhookb2/abc",
  "  HTTPS://FLOWS.contoso.com/a  ",
])("%s may be called", (address) => {
  expect(checkWebhook(address).protocol).toBe("https:");
});

test.each([
  ["http instead of https", "http://prod-12.westeurope.logic.azure.com/a"],
  ["another host", "https://evil.example/a"],
  ["the bare domain", "https://logic.azure.com/a"],
  ["a host that ends alike", "https://evil-logic.azure.com/a"],
  ["a host that begins alike", "https://prod.logic.azure.com.evil.example/a"],
  ["a name before the host", "https://prod.logic.azure.com@evil.example/a"],
  ["a name and a password", "https://user:pass@prod.logic.azure.com/a"],
  ["a backslash", "https://evil.example\\@prod.logic.azure.com/a"],
  ["another port", "https://prod.logic.azure.com:8443/a"],
  ["this machine", "https://127.0.0.1/a"],
  ["this machine by name", "https://localhost/a"],
  ["a metadata server", "https://169.254.169.254/latest"],
  ["this machine in the sixth version", "https://[::1]/a"],
  ["a file", "file:///etc/passwd"],
  ["no address", "my workflow"],
  ["nothing", ""],
])("%s is refused, and the refusal does not repeat it", (_, address) => {
  expect(() => checkWebhook(address)).toThrowError(
    expect.objectContaining({ code: "invalid", message: expect.not.stringContaining("/a") }),
  );
});

test("a server for tests is one whole origin", () => {
  expect(checkWebhook("http://127.0.0.1:4321/a").port).toBe("4321");
  for (const other of ["http://127.0.0.1:4322/a", "https://127.0.0.1:4321/a", "http://127.0.0.1/a", "http://localhost:4321/a"])
    expect(() => checkWebhook(other)).toThrow();
});

test.each([
  [200, null, "1", "told"],
  [202, null, "", "told"],
  [301, null, "", "stop"],
  [400, null, "", "stop"],
  [410, null, "", "stop"],
  [408, null, "", "again"],
  [429, "7", "", "again"],
  [502, null, "<html>", "again"],
  [200, null, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413", "stop"],
] as const)("an answer of %s (%s, %j) means %s", (status, after, text, kind) => {
  expect(judgeAnswer(status, after, text)).toMatchObject({
    kind,
    ...(kind === "again" ? { afterSeconds: after ? Number(after) : null } : {}),
  });
});
