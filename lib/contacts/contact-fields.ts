/** What every contact has in columns of its own, under the names that files are mapped to and templates use. */
export const contactFields = ["email", "first_name", "last_name", "name", "company"] as const;

export type ContactField = (typeof contactFields)[number];
