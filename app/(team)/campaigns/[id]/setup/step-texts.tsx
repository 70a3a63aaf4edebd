"use client";

import type { FocusEvent, ReactNode } from "react";
import { RichText } from "@/app/ui/editor/rich-text";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { BothTexts } from "./both-texts";
import classes from "./setup.module.css";
import type { Shared } from "./state/use-shared";
import type { StepTexts as Texts } from "./state/use-texts";

type Props = { step: SetupStep; shared: Shared<Texts>; fields: string[]; timezone: string; mayEdit: boolean };

/** Subject and text of a step, each kept under the step's id. */
export function StepTexts({ step, shared, fields, timezone, mayEdit }: Props) {
  const view = shared.view(step.id);
  if (!view) return null;
  const { texts, edition } = view;
  // An editor learns only when it begins whether it may be written in.
  const key = `${step.id}-${edition}-${mayEdit}`;
  const part = { step, shared, timezone };
  return (
    <>
      <Shareable {...part} field="subject" what="the subject">
        <RichText
          key={`subject-${key}`}
          label="Subject"
          single
          value={texts.subject}
          fields={fields}
          disabled={!mayEdit}
          placeholder={step.order === 1 ? "What is it about?" : "Empty: answers in the same thread"}
          onChange={(subject) => shared.change(step.id, { subject })}
        />
      </Shareable>
      {step.order > 1 && texts.subject.trim() !== "" && (
        <p className={classes.note}>A subject of its own starts a new thread. Leave it empty to answer in the same one.</p>
      )}
      <Shareable {...part} field="body" what="this text">
        <RichText
          key={`body-${key}`}
          label="Text"
          value={texts.body}
          fields={fields}
          disabled={!mayEdit}
          placeholder="Write the mail. Type { for a field."
          onChange={(body) => shared.change(step.id, { body })}
        />
      </Shareable>
    </>
  );
}

type ShareableProps = {
  step: SetupStep;
  shared: Shared<Texts>;
  field: keyof Texts;
  what: string;
  timezone: string;
  children: ReactNode;
};

/** A field that others write too: untouched by them while the caret stands in it. */
export function Shareable({ step, shared, field, what, timezone, children }: ShareableProps) {
  const view = shared.view(step.id);
  const left = (event: FocusEvent<HTMLElement>) => {
    // Another window in front does not take the caret away.
    if (!event.currentTarget.contains(document.activeElement)) shared.hold(step.id, field, false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the caret stands.
    <div className={classes.shareable} onFocus={() => shared.hold(step.id, field, true)} onBlur={left}>
      <BothTexts
        what={what}
        mine={view?.texts[field] ?? ""}
        theirs={view?.theirs[field]}
        timezone={timezone}
        onMine={() => shared.keepMine(step.id, field)}
        onTheirs={() => shared.takeTheirs(step.id, field)}
      />
      {children}
    </div>
  );
}
