import type { Bundle } from '../../src/notebook/kernelDisplay';

/** What a notebook was sent. */
export interface Sent {
  readonly data: Bundle;
  readonly id: string | undefined;
  readonly update: boolean;
}

/** Runs `body` as if a tslab kernel executed it, and returns what it displayed. */
export async function inKernel(body: () => void | Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the kernel's own module, where it leaves its writer
  const kernel = require('tslab/dist/jupyter') as { lastWriteDisplayData: unknown };
  kernel.lastWriteDisplayData = (
    { data, transient }: { data: Bundle; transient: { display_id?: string } },
    update: boolean,
  ) => sent.push({ data, id: transient.display_id, update });
  try {
    await body();
  } finally {
    kernel.lastWriteDisplayData = null;
  }
  return sent;
}
