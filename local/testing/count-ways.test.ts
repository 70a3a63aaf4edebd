import { describe, expect, test } from "vitest";
import { countWay, countWays } from "./count-ways";

/** From a button to its row is never more than this, so that one follows it in one sitting. */
const mostFiles = 8;
const mostLines = 500;

test.each(countWays().map((way) => [way.write, way] as const))("the way of %s is short", (_write, way) => {
  expect(way.files.length).toBeLessThanOrEqual(mostFiles);
  expect(way.lines).toBeLessThanOrEqual(mostLines);
});

describe("the count", () => {
  const planted: Record<string, string> = {
    "app/page/button.tsx":
      'import { Wrapped } from "./wrapped";\nimport { see } from "./see";\nimport type { Big } from "./big";\n',
    "app/page/wrapped.tsx": 'import { signAction, type Signed } from "../actions";\nimport { look } from "@/app/ui/look";\n',
    "app/page/see.tsx": 'import { seeAction } from "../actions";\n',
    "app/page/big.tsx": 'import { signAction } from "../actions";\n',
    "app/ui/look.ts": "export const look = 1;\n",
    "app/actions.ts":
      '"use server";\nimport { createAction } from "@/lib/actions/create-action";\nimport { sign } from "@/lib/drafts/sign";\n',
    "lib/actions/create-action.ts": "export {};\n",
    "lib/drafts/sign.ts": [
      'import { check } from "./check";',
      'import { type Row } from "./row";',
      'import { ask } from "../sending/ask";',
      'import { say } from "../schedule/say";',
      'import { log } from "../log/log";',
    ].join("\n"),
    "lib/drafts/check.ts": "\n\n",
    "lib/drafts/row.ts": "",
    "lib/sending/ask.ts": 'import { deep } from "./deep";\nawait tx.insert(slots);\n',
    "lib/sending/deep.ts": "await tx.update(slots);\n",
    "lib/schedule/say.ts": "export const say = 1;\n",
    "lib/log/log.ts": "await tx.insert(lines);\n",
  };
  const ends = { from: ["app/page/button.tsx"], action: "signAction", to: ["lib/drafts/sign.ts"] };
  const count = (files: Record<string, string>) => countWay("sign", ends, (path) => files[path] ?? null);

  test("holds what leads to the action, the verb, what it calls of its own noun, and who writes for it", () => {
    expect(count(planted).files).toEqual([
      { path: "app/actions.ts", lines: 3 },
      { path: "app/page/button.tsx", lines: 3 },
      { path: "app/page/wrapped.tsx", lines: 2 },
      { path: "lib/drafts/check.ts", lines: 1 },
      { path: "lib/drafts/sign.ts", lines: 5 },
      { path: "lib/sending/ask.ts", lines: 2 },
    ]);
    expect(count(planted).lines).toBe(16);
  });

  test("ends with an error where the way is cut", () => {
    expect(() => count({ ...planted, "app/page/button.tsx": "" })).toThrow("does not lead");
    expect(() => count({ ...planted, "app/actions.ts": '"use server";\n' })).toThrow("does not lead");
  });
});
