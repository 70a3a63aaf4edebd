const damaged = "Exchange says that its data is damaged";
const unconverted = "Exchange cannot turn it into text";
const broken = "Exchange’s answer breaks off, or is longer than is read";

const known: Record<string, string> = {
  ErrorCorruptData: damaged,
  ErrorContentConversionFailed: unconverted,
  ErrorMimeContentConversionFailed: unconverted,
  ErrorUnsupportedMimeConversion: unconverted,
  ErrorInvalidIdMalformed: "Exchange does not know the id that it gave it",
  IncompleteAnswer: broken,
  TimeoutError: "Exchange gave no answer in time",
  TypeError: "It is made in a way that cannot be read",
  RangeError: "It is made in a way that cannot be read",
};

/** Why a message was set aside, in words. */
export function setAsideWords(code: string): string {
  if (code.startsWith("SQL ")) return "It holds something that cannot be kept";
  return known[code] ?? `Exchange answers with an error (${code})`;
}
