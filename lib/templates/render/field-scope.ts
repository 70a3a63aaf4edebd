/** Merge fields of one mail; a value is text, never a template. */
export type MergeData = Record<string, string | null | undefined>;

/** The values a template sees; each look at an empty field is told to `onMissing`. */
export class FieldScope {
  readonly values: Record<string, unknown>;

  constructor(data: MergeData, escaped: (value: string) => string, onMissing: (name: string) => void, withDefault: Set<string>) {
    this.values = new Proxy(Object.create(null) as Record<string, unknown>, {
      get: (_, key) => {
        // The engine asks every scope whether it wants to speak for itself.
        if (typeof key !== "string" || key === "toLiquid") return undefined;
        const value = Object.hasOwn(data, key) ? data[key]?.trim() : "";
        if (value) return escaped(value);
        if (!withDefault.has(key)) onMissing(key);
        return "";
      },
      has: (_, key) => typeof key === "string",
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    });
  }
}
