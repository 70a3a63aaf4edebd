/** Where the letter after G leads, and how that is called. */
export const places: Record<string, [string, string]> = {
  t: ["/", "Today"],
  r: ["/review", "Review"],
  i: ["/replies", "Replies"],
  c: ["/campaigns", "Campaigns"],
  k: ["/calendar", "Scheduled"],
  p: ["/contacts", "Contacts"],
  e: ["/templates", "Templates"],
  s: ["/settings/members", "Team & settings"],
};
