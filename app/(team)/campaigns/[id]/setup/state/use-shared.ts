"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAutosave } from "@/app/ui/act/use-autosave";
import type { ActionResult } from "@/lib/actions/create-action";
import type { Theirs } from "@/lib/errors/app-error";
import { adopt, begin, type Entry, isFree, type Kept, type Texts } from "./entry";
import { keepEntries, resumeEntry } from "./keep-entries";

type Save<T extends Texts> = (
  id: string,
  change: Partial<T>,
  from: Record<string, string | null>,
) => Promise<ActionResult<Kept<T>>>;
export type Shared<T extends Texts> = ReturnType<typeof useShared<T>>;

/**
 * Texts that several people write at once, by the id of what they belong to: what is typed under an id is kept under that id, whatever
 * is open by then. Each field is saved with what it goes on from; where somebody wrote the same one, both stand there until one is
 * chosen, and the others are saved. What others write is shown in place, but never in a field that is being written.
 * @param served as the server read it now. @param onSaved once something of it is kept. @param name under which what is not saved yet
 * outlives a reload and a sign-in.
 */
export function useShared<T extends Texts>(served: Kept<T>[], save: Save<T>, onSaved: () => void, name: string) {
  const entries = useRef(new Map<string, Entry<T>>());
  const [, show] = useState(0);
  const changed = useCallback(() => {
    keepEntries(name, entries.current);
    show((before) => before + 1);
  }, [name]);
  const saving = useRef(save);
  saving.current = save;

  const autosave = useAutosave<object>(async () => {
    let last: ActionResult<unknown> = { ok: true, data: null };
    for (const [id, entry] of entries.current) {
      for (let sent = sendable(entry); Object.keys(sent).length > 0; sent = sendable(entry)) {
        const result = await saving.current(id, sent, fromOf(entry, sent));
        if (result.ok) {
          for (const field in sent) if (entry.mine[field] === sent[field]) delete entry.mine[field];
          // What was typed meanwhile goes on from what is kept now.
          adopt(entry, result.data, (field) => field in sent || isFree(entry, field));
          break;
        }
        const news = result.error.theirs;
        if (!news) {
          last = result;
          break;
        }
        Object.assign(entry.theirs, news);
      }
    }
    changed();
    return last;
  }, onSaved);

  const { change: schedule, flush } = autosave;
  useEffect(() => {
    const begun = new Map<string, Entry<T>>();
    for (const one of served) {
      const entry = entries.current.get(one.id);
      if (!entry) begun.set(one.id, begin(one));
      else if (one.at >= entry.served.at) adopt(entry, one, (field) => isFree(entry, field));
    }
    const resumed = [...begun].filter(([id, entry]) => resumeEntry(name, id, entry));
    for (const [id, entry] of begun) entries.current.set(id, entry);
    changed();
    if (resumed.length > 0) schedule({});
  }, [served, changed, schedule, name]);

  const acts = useMemo(() => {
    const at = (id: string) => entries.current.get(id);
    const settle = (id: string, field: keyof T & string, keepsMine: boolean) => {
      const entry = at(id);
      const theirs = entry?.theirs[field];
      if (!entry || !theirs) return;
      entry.base[field] = theirs.value as T[typeof field];
      if (theirs.mark !== undefined) entry.marks[field] = theirs.mark;
      delete entry.theirs[field];
      // The button that was pressed goes, and with it the focus.
      entry.held.delete(field);
      if (keepsMine) {
        schedule({});
        void flush();
      } else {
        delete entry.mine[field];
        // The editor begins anew with theirs, wherever the caret stands.
        entry.edition += 1;
      }
      changed();
    };
    return {
      /** Something that this page has made itself, before the server shows it. */
      begin: (one: Kept<T>) => {
        entries.current.set(one.id, begin(one));
        changed();
      },
      forget: (id: string) => {
        entries.current.delete(id);
        changed();
      },
      change: (id: string, texts: Partial<T>) => {
        const entry = at(id);
        if (!entry) return;
        Object.assign(entry.mine, texts);
        changed();
        schedule({});
      },
      hold: (id: string, field: keyof T & string, isHeld: boolean) => {
        const entry = at(id);
        if (!entry) return;
        if (isHeld) entry.held.add(field);
        else {
          entry.held.delete(field);
          // What has a name keeps one: emptied, it shows again what is kept.
          if (field === "name" && entry.mine[field]?.trim() === "") delete entry.mine[field];
          adopt(entry, entry.served, (one) => one === field && isFree(entry, one));
        }
        changed();
      },
      keepMine: (id: string, field: keyof T & string) => settle(id, field, true),
      takeTheirs: (id: string, field: keyof T & string) => settle(id, field, false),
    };
  }, [schedule, flush, changed]);

  const view = (id: string) => {
    const entry = entries.current.get(id) ?? served.filter((one) => one.id === id).map(begin)[0];
    if (!entry) return null;
    return {
      texts: { ...entry.base, ...entry.mine } as T,
      theirs: entry.theirs as Partial<Record<keyof T & string, Theirs>>,
      edition: entry.edition,
      isTyped: Object.keys(entry.mine).length > 0,
    };
  };
  /** Whether all that is typed here is kept; not where two texts stand there, or nobody answers. */
  const isKept = () => served.every(({ id }) => Object.keys(entries.current.get(id)?.mine ?? {}).length === 0);
  const undecided = [...entries.current.values()].some((entry) => Object.keys(entry.theirs).length > 0);
  useEffect(() => {
    if (!undecided) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [undecided]);

  const { saved, pending, problem } = autosave;
  return { ...acts, view, isKept, flush, saved, pending, problem };
}

/** What is typed and may be kept: no empty name, and nothing of which two texts stand there. */
function sendable<T extends Texts>({ mine, theirs }: Entry<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(mine).filter(([field, value]) => !theirs[field] && !(field === "name" && value?.trim() === "")),
  ) as Partial<T>;
}

function fromOf<T extends Texts>({ base, marks }: Entry<T>, sent: Partial<T>): Record<string, string | null> {
  return Object.fromEntries(Object.keys(sent).map((field) => [field, marks[field] ?? base[field] ?? null]));
}
