/** The name of one run of a mail without a campaign; the row keeps it, and only that run may write for it. */
export function singleRunName(singleMailId: string, admission: number): string {
  return `${singleMailId}:${admission}`;
}
