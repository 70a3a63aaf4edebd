/**
 * What came of one call. `again`: it was not taken, and is tried again. `lost`: no answer came, so that it may have been taken. `stop`: it will never be
 * taken so. `says`: a sentence for people, never with an address or an answer's text.
 */
export type Outcome =
  | { kind: "told"; says: string }
  | { kind: "again"; says: string; afterSeconds: number | null }
  | { kind: "lost"; says: string }
  | { kind: "stop"; says: string };
