"use client";

import { type ReactNode, useState } from "react";

/** What stood there when a small form was opened: that is what it changes, whatever others write meanwhile. */
export function AsOpened<Value>({ value, children }: { value: Value; children: (known: Value) => ReactNode }) {
  const [known] = useState(value);
  return children(known);
}
