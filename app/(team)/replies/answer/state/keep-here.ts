import { keepTyped } from "@/app/ui/act/keep-typed";

/** What somebody has begun to answer, as the browser knows it. `unsaved`: the server may not have all of it. */
export type Here = {
  letterId: string;
  body: string;
  version: number;
  answers: string;
  byModel: boolean;
  unsaved: boolean;
};

/** Of this page's life: a thread may be shown again as it was read before the last words were kept. */
const inPage = new Map<string, Here>();
/** Letters that were sent or discarded here: a thread that was read before still has them. */
const over = new Set<string>();
const nameOf = (threadId: string) => `answer ${threadId}`;

/** What of an answer the server may not have yet, and so outlives a reload of the page. */
export const keepHere = {
  read: (threadId: string): Here | null => inPage.get(threadId) ?? keepTyped.read<Here>(nameOf(threadId)),
  write(threadId: string, here: Here): void {
    inPage.set(threadId, here);
    over.delete(here.letterId);
    // That a model drafted it is said after a reload, too; the words themselves are the server's by then.
    if (here.unsaved || here.byModel) keepTyped.write(nameOf(threadId), here.unsaved ? here : { ...here, body: "", version: 0 });
    else keepTyped.drop(nameOf(threadId));
  },
  /** The answer is sent or discarded: nothing of it is left here. */
  end(threadId: string, letterId: string): void {
    inPage.delete(threadId);
    over.add(letterId);
    keepTyped.drop(nameOf(threadId));
  },
  isOver: (letterId: string) => over.has(letterId),
  /** It is there again, or the server says itself where it stands. */
  reopen: (letterId: string) => over.delete(letterId),
};
