import { expect, test } from "vitest";
import { sayUnseen } from "./say-unseen";

test("while the line is down, sending that was stopped is not said to go on", () => {
  const said = sayUnseen({ state: "stopped", stoppedBy: "Ben Ortiz" });
  expect(said).toBe("All sending was stopped by Ben Ortiz and stays so until somebody resumes it.");
  expect(sayUnseen({ state: "stopped", stoppedBy: null })).toContain("by your team");
});

test.each(["sending", "later"] as const)("what is planned goes on (%s)", (state) =>
  expect(sayUnseen({ state, stoppedBy: null })).toBe(
    "Signed mail leaves by its rules, and where Countersign itself is down, as soon as it is back.",
  ),
);

test.each(["quiet", "nothing yet"] as const)("where nothing was planned, nothing is said to leave (%s)", (state) =>
  expect(sayUnseen({ state, stoppedBy: null })).not.toContain("leaving"),
);
