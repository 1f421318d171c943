/** What a display shows, one entry per MIME type: the front end takes the richest that it knows. Binary data are base64. */
export type Bundle = Readonly<Record<string, unknown>>;

interface DisplayData {
  readonly data: Bundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id?: string };
}

/** The part of tslab's internal `jupyter` module that we rely on: the kernel sets it before a cell runs. */
interface KernelModule {
  readonly lastWriteDisplayData: ((data: DisplayData, update: boolean) => void) | null;
}

/**
 * Sends one output with several MIME types to the notebook, which tslab's public `display` cannot do.
 *
 * @param id names the output, so that a later call with `update` replaces it
 * @throws outside a running tslab kernel
 */
export function kernelDisplay(bundle: Bundle, id?: string, update = false): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read at every call: the kernel replaces the function
  const kernel = require('tslab/dist/jupyter') as KernelModule;
  if (!kernel.lastWriteDisplayData)
    throw new Error('display works in a notebook only: there is no tslab kernel in this process');
  kernel.lastWriteDisplayData(
    { data: bundle, metadata: {}, transient: id === undefined ? {} : { display_id: id } },
    update,
  );
}
