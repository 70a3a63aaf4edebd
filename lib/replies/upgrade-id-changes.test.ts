import { describe } from "vitest";
import { testUpgrade } from "./testing/test-upgrade";

describe("after an upgrade, where the id of a mail that is sent changes", () => testUpgrade("changes", process.env));
