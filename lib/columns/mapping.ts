import type { ContactField } from "../contacts/contact-fields";

/** What a column of a file becomes: one of a contact's own fields, a merge field under a name, or nothing. */
export type Target = ContactField | "skip" | `field:${string}`;

/** For each column of the file, in order. `also`: it holds another address of the person, which is theirs where the chosen column has none. */
export type Mapping = { header: string; target: Target; also?: true }[];
