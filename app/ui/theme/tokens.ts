/** The palette: one name, its light and its dark value. Pages use `var(--name)`, never values. */
const palette = {
  canvas: ["#F2F4F0", "#0C100E"],
  sheet: ["#FFFFFF", "#141916"],
  letter: ["#FFFFFF", "#1B211D"],
  sunken: ["#F8F9F6", "#101412"],
  hover: ["#F3F5F1", "#1A201C"],
  selected: ["#ECEFE9", "#202723"],
  line: ["#E5E8E2", "#252C28"],
  "line-strong": ["#CFD4CC", "#39423C"],
  control: ["#858D87", "#6E7972"],
  ink: ["#15201A", "#E8EDE9"],
  "ink-2": ["#4C5750", "#ADB7B0"],
  "ink-3": ["#646D67", "#8D978F"],
  seal: ["#0A6B4C", "#5FCFA3"],
  "seal-line": ["#A9D3BE", "#245A44"],
  "seal-soft": ["#E2F1E9", "#11291F"],
  "seal-mid": ["#55A281", "#37866A"],
  reply: ["#2450C4", "#93B4FF"],
  "reply-soft": ["#E8EEFC", "#17223D"],
  wait: ["#8A5200", "#E8B765"],
  "wait-soft": ["#FBF0DA", "#2C2210"],
  "wait-mark": ["#C07A08", "#D69A35"],
  stop: ["#B3241A", "#FF9187"],
  "stop-soft": ["#FCEAE7", "#351815"],
  "on-seal": ["#FFFFFF", "#06231A"],
  "on-primary": ["#FFFFFF", "#141916"],
  "bar-plan": ["#C9D0C8", "#414B45"],
} as const;

/** The tokens as custom properties of one colour scheme. */
export function tokensOf(scheme: "light" | "dark"): Record<string, string> {
  const side = scheme === "light" ? 0 : 1;
  return Object.fromEntries(Object.entries(palette).map(([name, values]) => [`--${name}`, values[side]]));
}
