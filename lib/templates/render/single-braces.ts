/**
 * A word in single braces, as somebody writes who means a field: it would leave as it stands. The same text is a pattern of Postgres.
 */
export const singleBraces = /\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}/;
