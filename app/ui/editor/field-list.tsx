import type { FieldMenu } from "./field-menu";
import classes from "./rich-text.module.css";

/** The fields offered under the caret after `{`. */
export function FieldList({ menu, chosen }: { menu: FieldMenu; chosen: number }) {
  return (
    <ul className={classes.offer} style={{ left: menu.at.left, top: menu.at.top }} aria-label="Fields">
      {menu.names.map((name, index) => (
        <li key={name}>
          <button
            type="button"
            data-chosen={index === chosen || undefined}
            onMouseDown={(event) => {
              event.preventDefault();
              menu.pick(name);
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
