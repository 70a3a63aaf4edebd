import { expect, test } from "vitest";
import { refuseLarge } from "./refuse-large";

const request = (headers: Record<string, string>, body: string | null = "x") =>
  new Request("http://localhost:3000/api/auth/signin", { method: "POST", body, headers });

test.each([
  ["of a known, small length", request({ "content-length": "1" }), undefined],
  ["without a body", request({}, null), undefined],
  ["that is too large", request({ "content-length": "64001" }), 413],
  ["that does not say its length", request({}), 411],
  ["that says no number", request({ "content-length": "many" }), 411],
])("a request %s: %s", (_name, given, status) => {
  expect(refuseLarge(given, 64_000)?.status).toBe(status);
});
