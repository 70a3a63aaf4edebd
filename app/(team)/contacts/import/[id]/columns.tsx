"use client";

import { Button, Checkbox, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import type { UploadPreview } from "@/lib/uploads/preview-upload";
import { mapRow } from "@/lib/uploads/map-row";
import { slugHeaders, type Target } from "@/lib/uploads/suggest-mapping";
import { cancelUploadAction, confirmUploadAction } from "../../actions";
import classes from "../../contacts.module.css";

const own = [
  { value: "email", label: "Email" },
  { value: "first_name", label: "First name" },
  { value: "last_name", label: "Last name" },
  { value: "name", label: "Full name" },
  { value: "company", label: "Company" },
];
const delimiters: Record<string, string> = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar" };

/** What each column becomes, and the first rows as they will become contacts. */
export function Columns({ preview, mayEdit }: { preview: UploadPreview; mayEdit: boolean }) {
  const { upload, rows } = preview;
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const headers = upload.headers ?? [];
  const slugs = useMemo(() => slugHeaders(headers), [headers]);
  const [targets, setTargets] = useState<Target[]>(upload.mapping.map((one) => one.target));
  const [policy, setPolicy] = useState("fill");
  const [makeList, setMakeList] = useState(true);
  const [list, setList] = useState(upload.fileName.replace(/\.(csv|tsv|txt)$/i, ""));
  const known = new Set(preview.known);
  const mapping = headers.map((header, index) => ({ header, target: targets[index] ?? ("skip" as const) }));
  const total = upload.totalContacts ?? 0;
  const { counts } = preview;
  return (
    <div className={classes.columns}>
      <section className={classes.mapping} aria-label="Columns">
        <p>
          <strong>
            {total.toLocaleString("en")} {total === 1 ? "row" : "rows"}, {headers.length}{" "}
            {headers.length === 1 ? "column" : "columns"}
          </strong>
          <span className={classes.block}>
            {delimiters[upload.delimiter ?? ","]} separated, {(upload.encoding ?? "").toUpperCase()}, header in line 1
          </span>
        </p>
        <ul className={classes.mappingList}>
          {headers.map((header, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
            <li key={index}>
              <span>
                {header || `Column ${index + 1}`}
                <span className={classes.block}>{preview.example[index] || "empty"}</span>
              </span>
              <IconArrowRight size={16} stroke={1.7} aria-hidden />
              <Select
                aria-label={`${header} becomes`}
                disabled={!mayEdit}
                allowDeselect={false}
                value={targets[index] ?? "skip"}
                data={[
                  ...own,
                  { value: `field:${slugs[index]}`, label: `Field “${slugs[index]}”` },
                  { value: "skip", label: "Left out" },
                ]}
                onChange={(value) => setTargets(targets.map((target, at) => (at === index ? (value as Target) : target)))}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.outcome} aria-label="What it becomes">
        {counts.known > 0 && (
          <div className={classes.knownRow}>
            <span>
              <strong>{counts.known.toLocaleString("en")} of them you know already.</strong> What happens to these?
            </span>
            <SegmentedControl
              aria-label="People you know already"
              value={policy}
              onChange={setPolicy}
              data={[
                { value: "leave", label: "Skip them" },
                { value: "fill", label: "Fill their blanks" },
                { value: "overwrite", label: "Overwrite" },
              ]}
            />
          </div>
        )}
        <div className={classes.rowHead}>
          <h2>The first {rows.length} as they will become contacts</h2>
          <span>
            <strong>{counts.fresh.toLocaleString("en")}</strong> new, <strong>{counts.known.toLocaleString("en")}</strong> known,{" "}
            <strong className={counts.refused > 0 ? classes.red : undefined}>{counts.refused.toLocaleString("en")}</strong>{" "}
            refused
          </span>
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.right}>
                Line
              </th>
              <th scope="col">Name</th>
              <th scope="col">Email</th>
              <th scope="col">Company</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => {
              const mapped = mapRow(mapping, cells);
              return (
                <tr key={line}>
                  <td className={classes.right}>{line}</td>
                  {"row" in mapped ? (
                    <>
                      <td>{mapped.row.name}</td>
                      <td>{mapped.row.email}</td>
                      <td>{mapped.row.company}</td>
                      <td>{known.has(mapped.row.emailNorm) ? <span className={classes.badge}>known</span> : "new"}</td>
                    </>
                  ) : (
                    <>
                      <td />
                      <td className={classes.red}>{mapped.email || "empty"}</td>
                      <td />
                      <td className={classes.red}>{mapped.refused}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {mayEdit && (
          <div className={classes.confirm}>
            <Checkbox
              label="Put them into a list"
              checked={makeList}
              onChange={(event) => setMakeList(event.currentTarget.checked)}
              color="var(--ink)"
            />
            {makeList && (
              <TextInput
                aria-label="Name of the list"
                value={list}
                maxLength={120}
                onChange={(event) => setList(event.currentTarget.value)}
              />
            )}
            {problem && (
              <p className={classes.problem} role="alert">
                {problem}
              </p>
            )}
            <span className={classes.spring} />
            <Button
              variant="default"
              h={36}
              disabled={busy}
              onClick={() =>
                act(
                  () => cancelUploadAction({ uploadId: upload.id }),
                  () => router.push("/contacts/import"),
                )
              }
            >
              Another file
            </Button>
            <Button
              color="var(--ink)"
              c="var(--on-primary)"
              h={36}
              loading={busy}
              disabled={!targets.includes("email")}
              onClick={() =>
                act(() =>
                  confirmUploadAction({
                    uploadId: upload.id,
                    targets,
                    knownPolicy: policy as "fill" | "overwrite" | "leave",
                    listName: makeList ? list : null,
                  }),
                )
              }
            >
              Import {total.toLocaleString("en")} {total === 1 ? "row" : "rows"}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}
