import type { UploadRow } from "@/lib/uploads/find-upload";
import classes from "../../import.module.css";
import { Bar } from "../../outcome";
import { TakenHead } from "./taken-head";

/** How far an import is taken back, or brought back; it goes on without this page. */
export function UnderWay({ upload }: { upload: UploadRow }) {
  const isTaking = upload.taking === "taking";
  // By lines: whom they made, and whom they met, may stand anywhere in the file.
  const lines = Math.max(1, upload.readLine, upload.takenLine);
  return (
    <>
      <TakenHead id={upload.id} fileName={upload.fileName} badge={isTaking ? "Being taken back" : "Being brought back"} />
      <div className={classes.narrow}>
        <h1 className={classes.verdict}>
          {isTaking ? "Taking back" : "Bringing back"} {upload.fileName}
        </h1>
        <p className={classes.lead}>
          {upload.takenLine === 0
            ? "It begins."
            : `Line ${upload.takenLine.toLocaleString("en")} of ${lines.toLocaleString("en")}.`}{" "}
          You can leave this page: it goes on, and the result stays here.
        </p>
        <div role="progressbar" aria-label="Lines done" aria-valuemin={0} aria-valuemax={lines} aria-valuenow={upload.takenLine}>
          <Bar
            parts={[
              { name: "done", count: upload.takenLine, about: "", tone: "created" },
              { name: "to do", count: lines - upload.takenLine, about: "", tone: "left" },
            ]}
          />
        </div>
      </div>
    </>
  );
}
