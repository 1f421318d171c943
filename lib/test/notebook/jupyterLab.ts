import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notebookEnvironment, venvProgram } from './environment';

/** A JupyterLab of its own. */
export interface JupyterLab {
  /** The address of a notebook in the served folder, with the token. */
  address(notebook: string): string;
  stop(): Promise<void>;
}

/** What the test needs: all cells drawn, also those out of sight. */
const settings = { '@jupyterlab/notebook-extension/tracker': { windowingMode: 'none' } };

/**
 * Serves a folder on a free port.
 *
 * @throws with JupyterLab's own words where it does not come up within a minute
 */
export async function startJupyterLab(folder: string, scratch: string): Promise<JupyterLab> {
  for (const [plugin, values] of Object.entries(settings)) {
    const file = path.join(scratch, 'settings', `${plugin}.jupyterlab-settings`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(values));
  }
  const line = ['lab', '--no-browser', '--allow-root', '--ip=127.0.0.1', '--port=0', `--ServerApp.root_dir=${folder}`];
  const own = [
    `--LabApp.user_settings_dir=${path.join(scratch, 'settings')}`,
    `--LabApp.workspaces_dir=${path.join(scratch, 'workspaces')}`,
  ];
  const server = spawn(venvProgram('jupyter'), [...line, ...own], { env: notebookEnvironment });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));

  let words = '';
  const url = await new Promise<URL>((resolve, reject) => {
    const fail = () => {
      server.kill();
      reject(new Error(`JupyterLab did not start:\n${words}`));
    };
    const timer = setTimeout(fail, 60_000);
    server.once('close', fail);
    server.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/lab\?token=\w+/.exec(words);
      if (!found) return;
      clearTimeout(timer);
      resolve(new URL(found[0]));
    });
  });
  return {
    address: (notebook) => `${url.origin}/lab/tree/${notebook}${url.search}`,
    stop: async () => {
      server.kill();
      await closed;
    },
  };
}
