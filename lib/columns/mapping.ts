import type { KnownPolicy } from "@/db/schema/words";
import type { ContactField } from "../contacts/contact-fields";

/** What a column of a file becomes: one of a contact's own fields, a merge field under a name, or nothing. */
export type Target = ContactField | "skip" | `field:${string}`;

/**
 * For each column of the file, in order. `also`: it holds another address of the person, which is theirs where the chosen column has none. `known`: what it does to people who
 * are known already; without it, what the upload says of all columns.
 */
export type Mapping = { header: string; target: Target; also?: true; known?: KnownPolicy }[];

/** The columns of an earlier file of the same header were taken: of which file, when it was imported, and what they would be as they were found. */
export type Remembered = { fileName: string; at: string; found: Mapping };
