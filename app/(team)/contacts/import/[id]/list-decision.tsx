import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import { sayCount } from "@/app/ui/words/count-words";
import classes from "./columns.module.css";
import type { ListDecision as Decision } from "./use-list";

/** Which list everybody goes into, and where there is one of that name, whether into that. */
export function ListDecision({ name, setName, same, isSecond, setIsSecond }: Decision) {
  return (
    <div className={classes.decision}>
      <Checkbox
        size="xs"
        styles={{ label: { fontSize: 14 } }}
        color="var(--ink)"
        iconColor="var(--on-primary)"
        label="Put everybody of this file into a list"
        checked={name !== null}
        onChange={(event) => setName(event.currentTarget.checked ? "" : null)}
      />
      {name !== null && (
        <TextInput
          aria-label="Name of the list"
          placeholder="Name of the list"
          className={classes.listName}
          value={name}
          maxLength={120}
          error={name.trim() === "" ? "A list needs a name." : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {same && (
        <div className={classes.question} role="status">
          <span>
            <strong>
              There is {same.people === 0 ? "an empty list" : "a list"} of this name
              {same.people > 0 && ` with ${sayCount(same.people, "person", "people")}`}.
            </strong>
            <small>{isSecond ? "It stays as it is." : "Whoever is in it stays in it."}</small>
          </span>
          <SegmentedControl
            aria-label="The list of this name"
            value={isSecond ? "second" : "add"}
            onChange={(value) => setIsSecond(value === "second")}
            data={[
              { value: "add", label: "Add to it" },
              { value: "second", label: "Make a second one" },
            ]}
          />
        </div>
      )}
    </div>
  );
}
