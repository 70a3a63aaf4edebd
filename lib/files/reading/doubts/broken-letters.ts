/** UTF-8 that was once read as Windows-1252 and kept so: é as Ã©, ł as Å‚, – as â€“. */
export const brokenLetters =
  /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅ][\u0080-\u009f\u00a1-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0090-\u009d™œž¢“”]/;

const beyond = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** What such a text was before; the text itself where it is none. */
export function afterwards(text: string): string {
  const bytes = [...text].map((letter) => {
    const place = beyond.indexOf(letter);
    return place >= 0 ? 0x80 + place : (letter.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 255)) return text;
  const read = new TextDecoder().decode(Uint8Array.from(bytes));
  return read.includes("\ufffd") ? text : read;
}
