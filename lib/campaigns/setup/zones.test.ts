import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { admitPerson } from "../../auth/admit-person";
import { startSession } from "../../auth/start-session";
import { touchSession } from "../../auth/touch-session";
import { isTimeZone } from "../../schedule/is-time-zone";
import { listZones } from "../../schedule/list-zones";
import { changeTeam } from "../../team/change-team";
import { chooseZone } from "../../team/choose-zone";
import { readMembers } from "../../team/read-members";
import { tellZone } from "../../team/tell-zone";
import { readAct } from "../words/read-act";
import { createCampaign } from "./create-campaign";
import { editRules } from "./edit-rules";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-23T12:00:00Z");
const notOne = ["AET", "+05:30", "PST", "CET", "FOO0", "europe/berlin", "SystemV/EST5", ""];
const zoneOf = async (teamId: string) => (await db.admin`select timezone, zone_told from teams where id = ${teamId}`)[0];

async function found() {
  const tid = crypto.randomUUID();
  const founder = await admitPerson({ tid, oid: crypto.randomUUID(), name: "Anna Keller", email: "anna@contoso.com" });
  if ("refused" in founder) throw new Error(founder.refused);
  return founder;
}

it("what may be chosen from are zones, UTC among them, and each once", () => {
  const zones = listZones();
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(zones).toContain("UTC");
  expect(new Set(zones).size).toBe(zones.length);
});

describe("the zone of a new team", () => {
  it("is the first browser's, and its first campaign begins in it", async () => {
    const founder = await found();
    expect(await zoneOf(founder.teamId)).toEqual({ timezone: "UTC", zone_told: false });
    expect(await tellZone(founder, "Europe/Berlin", now)).toBe(true);
    expect(await zoneOf(founder.teamId)).toEqual({ timezone: "Europe/Berlin", zone_told: true });
    const campaignId = await createCampaign(founder, { name: "First", listId: null }, now);
    const [rules] = await db.admin`select timezone from campaign_settings where campaign_id = ${campaignId}`;
    expect(rules?.timezone).toBe("Europe/Berlin");
  });

  it("is told once: a second browser changes nothing, nor does one after somebody chose", async () => {
    const founder = await found();
    const both = await Promise.all([tellZone(founder, "Europe/Berlin", now), tellZone(founder, "Asia/Tokyo", now)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const other = await found();
    await changeTeam(other, { timezone: "America/New_York" }, now);
    expect(await tellZone(other, "Europe/Berlin", now)).toBe(false);
    expect((await zoneOf(other.teamId))?.timezone).toBe("America/New_York");
  });

  it.each([
    ["GMT", "UTC", true],
    ["EST5EDT", "America/New_York", true],
    ["Mars/Base", "UTC", false],
    ["+05:30", "UTC", false],
  ])("%s of a browser becomes %s, or waits for one that is known", async (ofBrowser, zone, told) => {
    const founder = await found();
    expect(await tellZone(founder, ofBrowser, now)).toBe(told);
    expect(await zoneOf(founder.teamId)).toEqual({ timezone: zone, zone_told: told });
  });
});

describe("a zone of one's own", () => {
  it("is the clock on which times are said to that person alone; the team's days stay the team's", async () => {
    const team = await seedTeam(db.admin, {
      timezone: "America/New_York",
      members: [
        { name: "Anna", email: "anna@contoso.com", role: "administrator" },
        { name: "Vera", email: "vera@contoso.com", role: "viewer" },
      ],
    });
    const [anna, vera] = team.members.map(({ id }) => ({ teamId: team.teamId, memberId: id }));
    if (!anna || !vera) throw new Error("Nobody is there.");
    const [hers, his] = await Promise.all([vera, anna].map((who) => startSession(who, null, now)));
    await chooseZone(vera, "Europe/Lisbon", now);
    expect(await touchSession(hers ?? "", now)).toMatchObject({ timezone: "Europe/Lisbon", teamTimezone: "America/New_York" });
    expect(await touchSession(his ?? "", now)).toMatchObject({ timezone: "America/New_York", teamTimezone: "America/New_York" });
    expect([(await readMembers(vera, now)).own, (await readMembers(anna, now)).own]).toEqual(["Europe/Lisbon", null]);
    const act = { by: anna.memberId, at: now };
    expect((await withTeam(vera, (tx) => readAct(tx, act, { ...vera, now }))).when).toBe(" at 12:00");
    expect((await withTeam(anna, (tx) => readAct(tx, act, { ...anna, now }))).when).toBe(" at 7:00");
    await chooseZone(vera, null, now);
    expect(await touchSession(hers ?? "", now)).toMatchObject({ timezone: "America/New_York" });
  });
});

describe("what is no zone of both", () => {
  it.each(notOne)("%s is refused with a sentence, of a team, a person and a campaign", async (zone) => {
    const founder = await found();
    const sentence = "This is not a time zone. Pick a city from the list.";
    await expect(changeTeam(founder, { timezone: zone }, now)).rejects.toMatchObject({ fields: { timezone: sentence } });
    await expect(chooseZone(founder, zone, now)).rejects.toMatchObject({ fields: { timezone: sentence } });
    const campaignId = await createCampaign(founder, { name: "First", listId: null }, now);
    await expect(editRules(founder, campaignId, { timeZone: zone }, now)).rejects.toMatchObject({
      fields: { timeZone: sentence },
    });
    expect(await zoneOf(founder.teamId)).toEqual({ timezone: "UTC", zone_told: false });
  });
});
