const names: [RegExp, string][] = [
  [/^\/review/, "Review"],
  [/^\/contacts\/[0-9a-f-]{36}/, "Contact"],
  [/^\/contacts/, "Contacts"],
  [/^\/campaigns/, "Campaigns"],
  [/^\/calendar/, "Scheduled"],
  [/^\/templates/, "Templates"],
  [/^\/settings/, "Team & settings"],
];

/** What the page is called that somebody came from, and goes back to. */
export function nameFrom(path: string): string {
  return names.find(([of]) => of.test(path))?.[1] ?? "Today";
}
