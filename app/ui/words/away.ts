/** For what was asked of the server and got no answer. */
export const nothingChanged = "Countersign does not answer. Nothing was changed; try again in a minute.";
