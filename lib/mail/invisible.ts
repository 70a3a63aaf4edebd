/** Marks that turn the direction of writing, so that a text can look like another. Inside a mail's text they are not wanted either. */
export const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;

/** Those, and the marks that only say a direction: of no use on one line. */
export const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Those, blanks of no width and marks of byte order: pasted with a text, seen by nobody. */
export const invisibleMarks = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
