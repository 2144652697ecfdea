/** The operations of an API as they are sent to URLs, which have the parameters of path and query in them. */
export type Following<Paths> = {
  [Path in keyof Paths]: { [Method in keyof Paths[Path]]: WithoutUrl<Paths[Path][Method]> };
};

type WithoutUrl<Operation> = Operation extends { parameters: infer Parameters }
  ? Omit<Operation, "parameters"> & {
      parameters: Omit<Parameters, "path" | "query"> & { path?: undefined; query?: undefined };
    }
  : Operation;
