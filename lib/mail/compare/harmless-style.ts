type Range = [least: number, most: number];
type Test = (value: string) => boolean;

const perUnit: Record<string, number> = { px: 1, pt: 4 / 3, in: 96, cm: 37.8, mm: 3.78, pc: 16, "": 1 };
const number = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)";

/** Whether each of the lengths, in pixels, is within the range, or is one of the other words. */
const lengths =
  (range: Range, words = "auto|inherit|initial|normal|none"): Test =>
  (value) =>
    value
      .split(/\s+/)
      .every((one) => new RegExp(`^(${words})$`).test(one) || isWithin(one, "px|pt|in|cm|mm|pc|", range, perUnit));

/** A share of what stands around it. Within one another shares multiply, so none makes smaller. */
const share =
  (range: Range): Test =>
  (value) =>
    isWithin(value, "%|r?em|", range, { "%": 0.01, em: 1, rem: 1, "": 1 });

const emShare: Test = (value) => isWithin(value, "em", [0, 2], { em: 1 });

function isWithin(value: string, units: string, [least, most]: Range, worth: Record<string, number>): boolean {
  const [, count, unit = ""] = new RegExp(`^(${number})(${units})$`).exec(value) ?? [];
  const size = Number(count) * (worth[unit] ?? Number.NaN);
  return size >= least && size <= most;
}

const words =
  (pattern: string): Test =>
  (value) =>
    new RegExp(`^(${pattern})$`).test(value);
const either =
  (...tests: Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));

/** Fonts that show another sign for a letter. */
const signs = /wingdings|webdings|symbol|marlett|mt extra|dingbats/i;
const familyName = /^(["'])(\\@|[\p{L}\p{N}\s._()-])+\1$|^[\p{L}\p{N}\s._-]+$/u;
export const isFamily: Test = (value) => !signs.test(value) && value.split(",").every((one) => familyName.test(one.trim()));
const isSize = either(lengths([8, 100], "inherit|initial|small|medium|large|x-large|xx-large"), share([1, 4]));
const isHeight = either(lengths([10, 100], "normal|inherit|initial"), share([0.9, 4]));
const isWide = either(lengths([100, 2000]), (value) => isWithin(value, "%", [0.5, 1], { "%": 0.01 }));
const isKeyword = words("[a-z-]+( [a-z-]+)*");

function isFont(value: string): boolean {
  const [, size = "", height, family = ""] = /^(?:(?:normal|italic|bold) )*([\w.%]+)(?:\/([\w.%]+))? (.+)$/.exec(value) ?? [];
  return isSize(size) && (height === undefined || isHeight(height)) && isFamily(family);
}

const names: Record<string, [number, number, number]> = {
  ...{ black: [0, 0, 0], windowtext: [0, 0, 0], navy: [0, 0, 128], blue: [0, 0, 255], purple: [128, 0, 128], red: [255, 0, 0] },
  ...{ maroon: [128, 0, 0], green: [0, 128, 0], teal: [0, 128, 128], gray: [128, 128, 128], grey: [128, 128, 128] },
  ...{ white: [255, 255, 255], window: [255, 255, 255], yellow: [255, 255, 0], lightyellow: [255, 255, 224] },
};

/** How bright a colour is, from 0 to 1; null where it cannot be told, or it can be seen through. */
function brightness(color: string): number | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color)?.[1];
  const whole = hex?.length === 3 ? [...hex].map((one) => one + one).join("") : hex;
  const numbers = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(color)?.slice(1).map(Number);
  const parts = names[color] ?? numbers ?? (whole && [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16)));
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const keeps = words("inherit|initial|auto|currentcolor");
/** Dark enough for letters, and light enough for what is behind them: whatever of both comes together can be read. */
export const isLetterColor: Test = (value) => keeps(value) || (brightness(value) ?? 1) <= 0.3;
export const isPaperColor: Test = (value) => words("inherit|initial|transparent|none")(value) || (brightness(value) ?? 0) >= 0.6;

/** What Outlook, Word and Exchange write, and cannot keep a word from being read where it stands. */
const harmless: [RegExp, Test][] = [
  [/^font-family$/, isFamily],
  [/^font-size$/, isSize],
  [/^font$/, isFont],
  [/^font-(weight|style)$/, words("normal|bold|bolder|italic|oblique|inherit|initial|\\d{3}")],
  [/^font-(variant|stretch|kerning|feature)[a-z-]*$/, words("normal|auto|inherit|initial")],
  [/^(color|caret-color)$/, isLetterColor],
  [/^background(-color)?$/, isPaperColor],
  [/^(margin|padding)(-(left|right|top|bottom))?$/, lengths([0, 200])],
  // The margins of a paragraph as Outlook on the web writes them out.
  [/^margin(-(top|bottom))?$/, (value) => value.split(/\s+/).every(either(emShare, lengths([0, 200])))],
  [/^text-indent$/, lengths([-24, 100])],
  [/^line-height$/, isHeight],
  [/^(letter|word)-spacing$/, lengths([0, 3])],
  [/^(min-)?(width|height)$/, words("auto|0|0px")],
  [/^(max-|min-)?width$/, isWide],
  [/^border(?!-image)[a-z-]*$/, (value) => /^[\w\s.#(),-]+$/.test(value) && !/\d{3}p|[2-9]\dp|\d(in|cm|em)/.test(value)],
  [/^text-decoration[a-z-]*$/, words("(none|underline|solid|auto|inherit|initial)( [\\w#(),]+)*")],
  [/^text-underline$/, isKeyword],
  [/^text-align$/, words("left|right|center|justify|start|end|inherit|initial")],
  [/^text-transform$/, words("none|inherit|initial")],
  [/^white-space(-collapse)?$/, words("normal|pre-wrap|inherit|initial|collapse|preserve")],
  [/^(word-break|word-wrap|overflow-wrap|line-break|hyphens|box-sizing|clear|text-autospace|text-size-adjust)$/, isKeyword],
  [/^-(webkit|ms)-(nbsp-mode|line-break|text-size-adjust|text-stroke-width)$/, words("[a-z-]+|100%|0px")],
  [/^vertical-align$/, words("baseline|top|middle|bottom|inherit|initial")],
  [/^display$/, words("block|inline|list-item|inherit|initial")],
  [/^(direction|unicode-bidi)$/, words("ltr|normal|embed|inherit|initial")],
  [/^(float|position|overflow|opacity|visibility|outline)$/, words("none|static|visible|1|inherit|initial")],
  [/^list-style(-type|-position)?$/, isKeyword],
  [/^(page-)?break-[a-z-]+$/, isKeyword],
  [/^(orphans|widows|panose-1)$/, words("[\\d\\s]+|auto|inherit|initial")],
  [/^(page|size|tab-stops)$/, words("[\\w\\s.]+")],
  [/^behavior$/, words("url\\(#default#vml\\)")],
  [/^mso-(ascii|fareast|hansi|bidi)-font-family$/, (value) => !signs.test(value)],
  [/^mso-themecolor$/, words("hyperlink|followedhyperlink|text1")],
  [/^mso-(margin|para|padding|pagination|line-height|add-space|outline|header|footer|paper)[a-z-]*$/, () => true],
  // Not what fills or shrinks letters: Word follows that.
  [
    /^mso-(style-(name|type|link|parent|next|priority|unhide|noshow|qformat|update)|(ascii|fareast|hansi|bidi)-(theme-font|language|font-weight|font-style))$/,
    () => true,
  ],
  [
    /^mso-(list|ligatures|font-(charset|generic-family|format|pitch|signature|kerning|alt)|generic-font-family|default-props)$/,
    () => true,
  ],
  [/^mso-(level-(number|tab|start|legacy)[a-z-]*|spacerun|tab-count|yfti-[a-z]+|table[a-z-]*)$/, () => true],
];

/** Whether a declaration is of looks alone. What is not known is not: nobody can list all that hides a word. */
export function isHarmless(name: string, value: string): boolean {
  return harmless.some(([of, test]) => of.test(name) && test(value));
}
