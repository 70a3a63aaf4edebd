import { IconBold, IconBraces, IconLink, IconList } from "@tabler/icons-react";
import type { EditorProps } from "../editor-props";
import classes from "../rich-text.module.css";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

type Props = Pick<EditorProps, "label" | "fields" | "single" | "disabled" | "bare" | "tools"> & {
  onTool: (name: string) => void;
};

/** The tools as they stand before the editor is there; whichever is pressed acts once it is. */
export function StillHead({ label, fields = [], single, disabled, bare, tools, onTool }: Props) {
  const tool = (name: string, Icon: typeof IconBold) => (
    <button type="button" className={classes.tool} aria-label={name} aria-pressed={false} onClick={() => onTool(name)}>
      <Icon {...icon} />
    </button>
  );
  return (
    <div className={classes.head}>
      {!bare && <span className={classes.label}>{label}</span>}
      {!disabled && (
        <div className={classes.tools}>
          {!single && (
            <>
              {tool("Bold", IconBold)}
              {tool("List", IconList)}
              {tool("Link", IconLink)}
            </>
          )}
          {fields.length > 0 && (
            <button type="button" className={classes.fieldButton} aria-haspopup="menu" onClick={() => onTool("Field")}>
              <IconBraces {...icon} /> Field <kbd>{"{"}</kbd>
            </button>
          )}
          {tools}
        </div>
      )}
    </div>
  );
}
