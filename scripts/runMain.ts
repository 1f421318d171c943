/** The exit codes of the commands. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2, stopped: 130 } as const;

/** Runs a command and ends the process with its exit code; where it throws, with its message and `failed`. */
export function runMain(main: () => Promise<number>): void {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error((error as Error).message);
      process.exitCode = exitCodes.failed;
    },
  );
}
