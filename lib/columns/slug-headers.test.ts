import { expect, test } from "vitest";
import { slugHeaders } from "./slug-headers";

test.each([
  [
    ["Lead Status", "Stadt", "Größe (m²)"],
    ["lead_status", "stadt", "gro_e_m2"],
  ],
  [
    ["Email", "First Name", "email"],
    ["email_2", "first_name_2", "email_3"],
  ],
  [
    ["2nd line", "", "姓"],
    ["c_2nd_line", "column_2", "column_3"],
  ],
  [
    ["City", "City", "City 2"],
    ["city", "city_2", "city_2_2"],
  ],
])("%j are merge fields %j", (headers, slugs) => expect(slugHeaders(headers)).toEqual(slugs));
