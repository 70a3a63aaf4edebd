"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { Problem } from "@/app/ui/problem/problem";
import classes from "../settings.module.css";
import { letInAction, turnAwayAction } from "./actions";
import { type PersonView, roleChoices } from "./role-words";

/** Who asks to join, or was turned away before, each with the buttons that answer. */
export function RequestsList({ people, manages }: { people: PersonView[]; manages: boolean }) {
  const { act, busy, problem } = useAct();
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <div className={classes.card}>
        {people.map((person, index) => (
          <Request key={person.id} person={person} manages={manages} first={index === 0} busy={busy} act={act} />
        ))}
      </div>
    </>
  );
}

type RequestProps = {
  person: PersonView;
  manages: boolean;
  first: boolean;
  busy: boolean;
  act: ReturnType<typeof useAct>["act"];
};

function Request({ person, manages, first, busy, act }: RequestProps) {
  const [role, setRole] = useState(person.role);
  const asked = person.status === "asked";
  return (
    <div className={classes.row}>
      <span className={classes.face} aria-hidden="true">
        {person.name.charAt(0)}
      </span>
      <span className={classes.who}>
        {person.name}
        <span className={classes.second}>{person.email}</span>
      </span>
      <span className={classes.caption}>{asked ? person.since : person.status === "refused" ? "turned away" : "removed"}</span>
      <span>
        as <LaterPick name={`Role of ${person.name}`} value={role} choices={roleChoices} onPick={setRole} disabled={!manages} />
      </span>
      {manages && (
        <span className={classes.acts}>
          {asked && (
            <Button variant="default" loading={busy} onClick={() => act(() => turnAwayAction({ memberId: person.id }))}>
              Turn away
            </Button>
          )}
          <Button
            variant={asked && first ? "filled" : "default"}
            color="var(--ink)"
            c={asked && first ? "var(--on-primary)" : undefined}
            loading={busy}
            onClick={() => act(() => letInAction({ memberId: person.id, role }))}
          >
            Let in
          </Button>
        </span>
      )}
    </div>
  );
}
