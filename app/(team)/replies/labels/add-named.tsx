"use client";

import { Button, TextInput } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { AddedNamed } from "@/lib/answers/labels/named/add-named";
import type { ThreadView } from "@/lib/answers/thread-view";
import { addNamedAction, takeBackNamedAction } from "../label-actions";
import { firstNameOf } from "../name-them";
import classes from "./labels.module.css";
import { type Changed, useLabel } from "./use-label";

type Props = { view: ThreadView; onChanged: Changed; close: () => void };

/** Whom they named in their place, as a new contact: as far as it could be read from their words, for a person to look over. */
export function AddNamed({ view, onChanged, close }: Props) {
  const { run, busy, problem } = useLabel(view, onChanged);
  const { named } = view.label;
  const by = firstNameOf(view.contact);
  const [firstName, setFirstName] = useState(named?.firstName ?? "");
  const [lastName, setLastName] = useState(named?.lastName ?? "");
  const [email, setEmail] = useState(named?.email ?? "");
  const [company, setCompany] = useState(view.contact.company ?? "");
  const [was, setWas] = useState<AddedNamed | null>(null);
  const known = was ?? (named?.known && { ...named.known, suppressed: named.suppressed });
  if (known)
    return (
      <>
        <h2>{known.name} is a contact already</h2>
        <p className={classes.amounts}>
          Nothing was changed there{known.archived ? ", and they are archived" : ""}
          {known.suppressed ? "; they are suppressed and get no mail" : ""}.
        </p>
        <div className={classes.acts}>
          <Button component={Link} href={`/contacts/${known.contactId}`} variant="default" h={36} data-autofocus>
            Open {known.name}
          </Button>
        </div>
      </>
    );
  const add = () =>
    run(async () => {
      const result = await addNamedAction({ threadId: view.id, email, firstName, lastName, company });
      if (!result.ok) return result;
      const { contactId, name, known: wasKnown, suppressed } = result.data;
      if (wasKnown) {
        setWas(result.data);
        return result;
      }
      close();
      toast(`${name} is a contact now, named by ${by}.`, {
        detail: suppressed ? "The address is suppressed, so it gets no mail." : "Nobody was mailed.",
        back: () =>
          run(async () => {
            const undone = await takeBackNamedAction({ threadId: view.id, contactId });
            toast(undone.ok ? `${name} is no contact any more.` : undone.error.message, { trouble: !undone.ok });
            return undone;
          }),
        backKey: "Z",
      });
      return result;
    });
  const isSuppressed = named?.suppressed === true && email === named.email;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2>{named?.name ? `Add ${named.name}?` : "Whom is it for?"}</h2>
      <div className={classes.fields}>
        <TextInput
          label="First name"
          value={firstName}
          data-autofocus
          onChange={(event) => setFirstName(event.currentTarget.value)}
        />
        <TextInput label="Last name" value={lastName} onChange={(event) => setLastName(event.currentTarget.value)} />
        <TextInput
          className={classes.wide}
          label="Address"
          type="email"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          className={classes.wide}
          label="Company"
          value={company}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
      </div>
      <p className={classes.amounts}>
        {isSuppressed ? `${email} is suppressed: it can be kept, and gets no mail. ` : ""}
        “Named by <bdi>{view.contact.name}</bdi>” is kept with the contact. Nobody is mailed.
      </p>
      <div className={classes.acts}>
        <Button
          type="submit"
          color="var(--ink)"
          {...(email.trim() ? { c: "var(--on-primary)" } : {})}
          h={36}
          loading={busy}
          disabled={!email.trim()}
        >
          Add {firstName || "contact"}
        </Button>
        <Button variant="default" h={36} onClick={close}>
          Leave it
        </Button>
      </div>
      <Problem>{problem}</Problem>
    </form>
  );
}
