import type { ThreadView } from "@/lib/answers/thread-view";

export type AnswerBoxProps = {
  view: ThreadView;
  timezone: string;
  mayAnswer: boolean;
  /** The box is open; the page holds it, for its keys. */
  writing: boolean;
  onWriting: (writing: boolean) => void;
  /** The thread is another than it was: its page reads it again, and after `moveOn` shows the next one. */
  onChanged: (what: "changed" | "moveOn") => void;
  /** Shows another thread: somebody came back to what they had answered there. */
  onLead: (threadId: string) => void;
  /** Somebody types: others who look at the thread are told. */
  onTyping?: () => void;
};
