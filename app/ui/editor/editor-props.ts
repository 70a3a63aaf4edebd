import type { ReactNode, RefObject } from "react";

/** What others put into the text, as if it were typed: the editor's own way back knows it. */
export type EditorHandle = { insert: (html: string) => void; replace: (html: string) => void };

export type EditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Names of merge fields, offered by a button and after `{`; none: an ordinary text. */
  fields?: string[];
  /** One line without marks, such as a subject; the value is then plain text. */
  single?: boolean;
  placeholder?: string;
  disabled?: boolean;
  autofocus?: boolean;
  handle?: RefObject<EditorHandle | null>;
  /** Without a frame and in the font of mail, its tools below it; more tools stand beside them. */
  bare?: boolean;
  tools?: ReactNode;
};

/** What was pressed before the editor was there: a tool by its name, or one of the fields in the text by its place among them. */
export type Pressed = { tool: string } | { chip: number } | null;
