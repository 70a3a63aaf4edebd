import Link from "next/link";
import type { ReactNode } from "react";
import { sayDay } from "@/app/ui/words/clock";
import type { LabelView, ThreadView } from "@/lib/answers/thread-view";
import { labelWords } from "../label-words";
import { firstNameOf } from "../name-them";
import classes from "./labels.module.css";
import { dateOf } from "./morning-of";
import type { Label } from "./use-label";

type Props = {
  view: ThreadView;
  shown: Pick<LabelView, "label" | "by">;
  mayLabel: boolean;
  open: (label: Label) => void;
};

/** What stands behind the label: what came of it, the step that may follow, and of one that a model suggests what it was given. */
export function Behind({ view, shown: { label, by }, mayLabel, open }: Props) {
  const { laterOn, held, named, modelRead } = view.label;
  const called = firstNameOf(view.contact);
  const day = (of: string) => sayDay(dateOf(of), new Date(), "UTC");
  if (label && by === "model" && modelRead)
    return (
      <details className={classes.behind}>
        <summary>A model suggests “{labelWords[label]}”. What it was given</summary>
        <p className={classes.read}>
          The model read: {modelRead.subject && <strong>{modelRead.subject}. </strong>}“{modelRead.text}”
        </p>
      </details>
    );
  if (!label || by !== "person") return null;
  const act = (words: string) =>
    mayLabel && (
      <button type="button" className={classes.link} onClick={() => open(label)}>
        {words}
      </button>
    );
  const said: Record<Label, ReactNode> = {
    interested: null,
    later:
      held.length > 0 ? (
        held.map(({ campaign, day: then }) => (
          <span key={campaign}>
            {campaign} goes on for {called} {day(then)}.
          </span>
        ))
      ) : (
        <>
          <span>{laterOn ? `Asked for ${day(laterOn)}.` : "No day yet."}</span> {act(laterOn ? "Another day" : "Choose a day")}
        </>
      ),
    "not interested": view.suppressed ? (
      <span>{called} is suppressed.</span>
    ) : (
      <>
        <span>Mail by hand may still go to {called}.</span> {act("Suppress")}
      </>
    ),
    "wrong person": named?.known ? (
      <span>
        <Link href={`/contacts/${named.known.contactId}`}>{named.known.name}</Link> is a contact
        {named.known.archived ? ", archived" : ""}.
      </span>
    ) : (
      <>
        <span>{named?.name ? `${called} named ${named.name}.` : `Whom to write to is not known yet.`}</span>{" "}
        {act(named?.name ? `Add ${named.firstName || named.name}` : "Add a contact")}
      </>
    ),
  };
  return said[label] && <p className={classes.behind}>{said[label]}</p>;
}
