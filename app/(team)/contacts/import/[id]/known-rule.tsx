import { Select } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { Cells } from "@/lib/uploads/count/foresee-known";
import classes from "./columns.module.css";
import type { Policy } from "./use-foreseen";

const choices = [
  { value: "all", label: "As all" },
  { value: "fill", label: "Fill blanks" },
  { value: "overwrite", label: "Overwrite" },
  { value: "leave", label: "Leave" },
];

type Props = {
  name: string;
  /** Null: what is said of all. */
  rule: Policy | null;
  all: Policy;
  cells: Cells | undefined;
  isFresh: boolean;
  onRule: (rule: Policy | null) => void;
};

/** What a column does to people who are known, in numbers, and the rule of its own that it may have. */
export function KnownRule({ name, rule, all, cells, isFresh, onRule }: Props) {
  return (
    <div className={classes.known} data-own-rule={rule !== null || undefined}>
      <small data-old={!isFresh || undefined}>{cells && sayCells(cells, rule ?? all)}</small>
      <Select
        variant="unstyled"
        aria-label={`What ${name} does to people you know`}
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ width: 172, position: "bottom-end" }}
        leftSection="Known:"
        leftSectionWidth={54}
        leftSectionPointerEvents="none"
        rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}
        rightSectionWidth={24}
        rightSectionPointerEvents="none"
        value={rule ?? "all"}
        data={choices}
        onChange={(value) => value && onRule(value === "all" ? null : (value as Policy))}
      />
    </div>
  );
}

function sayCells({ fills, overwrites }: Cells, policy: Policy): string {
  if (policy === "leave") return "stays as it is";
  if (fills + overwrites === 0) return "no change";
  const filled = `fills ${fills.toLocaleString("en")}`;
  return policy === "fill" ? filled : `${filled}, overwrites ${overwrites.toLocaleString("en")}`;
}
