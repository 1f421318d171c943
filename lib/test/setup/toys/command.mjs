// node command.mjs FILE: runs a command that says in FILE that it runs, ten times a second
import { runCommand } from '../../../../scripts/setup/runCommand.mjs';

const [file] = process.argv.slice(2);
await runCommand('sh', ['-c', `while true; do date +%s%N > ${file}; sleep 0.1; done`], { log: `${file}.log` });
