/** The name of the run of one admission; `campaign_contacts.run_id` holds it. */
export function runName(campaignContactId: string, admission: number): string {
  return `${campaignContactId}:${admission}`;
}
