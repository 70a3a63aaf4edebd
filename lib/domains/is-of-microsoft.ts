/** Whether a domain is Microsoft's own: it proves the mail itself, and nobody else can change the records. */
export function isOfMicrosoft(domain: string): boolean {
  return /(^|\.)onmicrosoft\.com$/i.test(domain);
}
