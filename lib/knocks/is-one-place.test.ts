import { expect, test, vi } from "vitest";
import { isOnePlace } from "./is-one-place";

const settings = vi.hoisted(() => ({ APP_URL: "", TRUSTED_PROXIES: 0 }));
vi.mock("../env/env", () => ({ env: () => settings }));

test.each([
  ["http://localhost:3000", 0, false],
  ["https://mail.contoso.com", 0, true],
  ["https://mail.contoso.com", 1, false],
])("%s behind %i proxies that were named: %s", (APP_URL, TRUSTED_PROXIES, is) => {
  Object.assign(settings, { APP_URL, TRUSTED_PROXIES });
  expect(isOnePlace()).toBe(is);
});
