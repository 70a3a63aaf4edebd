import type { Expectation } from "../expectation";
import { classProperty, expandProperty } from "../session/look-up";
import { inWords } from "../session/mailbox";
import { keyHeaderProperty, keyProperty, writeDraft } from "../session/send-mail";

const spellings: [id: string, asked: string, given: string, truth: string][] = [
  ["spelling-of-class", classProperty, "String 0x1a", "A tag comes back in lower case, without leading zeros"],
  ["spelling-of-flags", "Integer 0x0E07", "Integer 0xe07", "The same for a number"],
  ["spelling-of-key", keyProperty, keyProperty, "A named property comes back with its name as it was given"],
  [
    "spelling-of-header",
    keyHeaderProperty,
    keyHeaderProperty.replace("C000", "c000"),
    "A header stands among the properties, and the set comes back in lower case",
  ],
];

/** Step 11: how Graph spells what it was asked for. */
export const propertyExpectations: Expectation[] = [
  ...spellings.map(
    ([id, asked, given, truth]): Expectation => ({
      ...{ id, truth, step: 11, needs: ["A", "B"], expected: [given] },
      source: "recorded answers of eight projects",
      run: async (session) => {
        const { draftId } = await writeDraft(session, "inside");
        const answer = await (await session.mailbox("A")).get(draftId, `?${expandProperty(asked)}`);
        if (answer.status !== 200) return inWords(answer);
        const [held] = answer.body.singleValueExtendedProperties ?? [];
        return { came: held?.id ?? "not there", measured: `asked for as ${asked}` };
      },
    }),
  ),
  {
    id: "no-property-id",
    step: 11,
    truth: "What is no property id is refused",
    source: "Graph, extended properties",
    needs: ["A", "B"],
    expected: ["400"],
    run: async (session) => {
      const { draftId } = await writeDraft(session, "inside");
      const answer = await (await session.mailbox("A")).get(draftId, `?${expandProperty("PidTagMessageClass")}`);
      return { came: String(answer.status), measured: inWords(answer) };
    },
  },
];
